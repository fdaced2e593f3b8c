import { describe, expect, it } from 'vitest';
import { call, codeOf } from './testing/client.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const verify = 'GET /1.1/account/verify_credentials.json';
const upload = 'POST /1.1/account/update_profile_image.json';

const sandbox = useSandbox();

const check = (as = sandbox.keys, target = verify) => call(sandbox.port, as, target);

describe('rate windows', () => {
  it('count down, end in 429 and code 88, and start again', async () => {
    const first = await check();
    expect(first.headers).toMatchObject({
      'x-rate-limit-limit': '75',
      'x-rate-limit-remaining': '74',
    });
    const resetS = Number(first.headers['x-rate-limit-reset']);
    expect(Math.abs(resetS - Date.now() / 1000 - 900)).toBeLessThan(3);
    for (let used = 1; used < 75; used += 1) await check();
    const over = await check();
    expect([over.status, codeOf(over)]).toEqual([429, 88]);
    expect(over.headers).toMatchObject({
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(resetS),
    });
    expect((await check(sandbox.control.accounts[1]!.keys)).status).toBe(200);
    expect((await sandbox.call('GET /2/users/me')).status).toBe(200);
    sandbox.control.shiftClock(15 * 60_000);
    const timestampS = Math.floor(sandbox.control.world.clock.nowMs() / 1000);
    const again = await sandbox.call(verify, { sign: { timestampS } });
    expect(again.headers['x-rate-limit-remaining']).toBe('74');
  });

  it.each([
    ['GET /1.1/users/show.json', '900'],
    ['GET /1.1/users/lookup.json', '900'],
    ['POST /1.1/users/lookup.json', '900'],
    ['GET /1.1/users/profile_banner.json', '180'],
    [upload, '15'],
    ['POST /1.1/account/update_profile_banner.json', '30'],
    ['GET /2/users/me', '75'],
    ['GET /2/users/by', '900'],
  ])('%s: %s', async (target, limit) => {
    expect((await check(sandbox.keys, target)).headers['x-rate-limit-limit']).toBe(limit);
  });

  it('update_profile ends after 15 without ever saying so', async () => {
    const target = 'POST /1.1/account/update_profile.json';
    const update = () => sandbox.call(target, { form: [['location', 'Here']] });
    for (let used = 0; used < 15; used += 1) expect((await update()).status).toBe(200);
    const over = await update();
    expect(codeOf(over)).toBe(88);
    expect(Object.keys(over.headers).filter((name) => name.startsWith('x-rate'))).toEqual([]);
  });

  it('unsigned calls use nothing up', async () => {
    for (let used = 0; used < 5; used += 1) await check({ ...sandbox.keys, apiKeySecret: 'wrong' });
    expect((await check()).headers['x-rate-limit-remaining']).toBe('74');
  });
});

describe('the clock', () => {
  it('moves the Date header and the timestamp window', async () => {
    sandbox.control.shiftClock(10 * 60_000);
    const reply = await check();
    expect([reply.status, codeOf(reply)]).toEqual([401, 135]);
    const dateMs = Date.parse(reply.headers['date'] ?? '');
    expect(Math.abs(dateMs - Date.now() - 600_000)).toBeLessThan(3000);
    const sign = { timestampS: Math.floor(dateMs / 1000) };
    expect((await sandbox.call(verify, { sign })).status).toBe(200);
  });

  it('is off for one request as a fault', async () => {
    sandbox.control.addFault({ kind: 'clock', shiftMs: -900_000 });
    const reply = await check();
    expect(codeOf(reply)).toBe(135);
    expect(Date.parse(reply.headers['date'] ?? '')).toBeLessThan(Date.now() - 890_000);
    expect((await check()).status).toBe(200);
  });
});
