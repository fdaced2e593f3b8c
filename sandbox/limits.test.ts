import { describe, expect, it } from 'vitest';
import { call, codeOf } from './testing/client.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const sandbox = useSandbox();
const verify = 'GET /1.1/account/verify_credentials.json';
const show = 'GET /1.1/users/show.json';
const status = 'GET /1.1/application/rate_limit_status.json';
const me = 'GET /2/users/me';

type Rows = Record<string, Record<string, { limit: number; remaining: number; reset: number }>>;

const rows = async (resources?: string) => {
  const query: [string, string][] = resources === undefined ? [] : [['resources', resources]];
  return ((await sandbox.call(status, { query })).json() as { resources: Rows }).resources;
};

describe('application/rate_limit_status', () => {
  it('lists what is left, under the names of the recording, and uses only itself up', async () => {
    await sandbox.call(verify);
    const reply = await sandbox.call(status);
    expect(reply.headers).toMatchObject({
      'x-rate-limit-limit': '180',
      'x-rate-limit-remaining': '179',
    });
    const body = reply.json() as { rate_limit_context: object; resources: Rows };
    expect(body.rate_limit_context).toEqual({ access_token: sandbox.keys.accessToken });
    expect(body.resources['account']?.['/account/verify_credentials']).toMatchObject({
      limit: 75,
      remaining: 74,
    });
    expect(body.resources['account']?.['/account/update_profile']?.limit).toBe(15);
    expect(body.resources['users']?.['/users/show/:id']).toMatchObject({ remaining: 900 });
    expect(body.resources['users']?.['/users/lookup']?.limit).toBe(900);
    expect(body.resources['users']?.['/users/profile_banner']?.limit).toBe(180);
    expect(body.resources['application']?.['/application/rate_limit_status']?.remaining).toBe(179);
    const again = await rows();
    expect(again['account']?.['/account/verify_credentials']?.remaining).toBe(74);
    const resetS = again['users']?.['/users/show/:id']?.reset ?? 0;
    expect(Math.abs(resetS - Date.now() / 1000 - 900)).toBeLessThan(3);
  });

  it('shows the families asked for', async () => {
    expect(Object.keys(await rows('users,account'))).toEqual(['account', 'users']);
    expect(await rows('nothing')).toEqual({});
  });
});

describe('limits of a test’s own', () => {
  it('one call per 15 minutes, for one path and one token', async () => {
    sandbox.control.setRateLimit('/1.1/users/show.json', 1);
    const query: [string, string][] = [['screen_name', 'night_tram']];
    expect((await sandbox.call(show, { query })).headers['x-rate-limit-limit']).toBe('1');
    const over = await sandbox.call(show, { query });
    expect([over.status, codeOf(over)]).toEqual([429, 88]);
    const other = sandbox.control.accounts[1]!;
    expect((await call(sandbox.port, other.keys, show, { query })).status).toBe(200);
    expect((await sandbox.call(verify)).status).toBe(200);
    expect((await rows('users'))['users']?.['/users/show/:id']).toMatchObject({
      limit: 1,
      remaining: 0,
    });
    sandbox.control.reset();
    expect((await sandbox.call(show, { query })).headers['x-rate-limit-limit']).toBe('900');
  });

  it('a day’s allowance, said on every answer, and 429 when it is used up', async () => {
    sandbox.control.setDayLimit('/2/users/me', { user: 2, app: 250 });
    const first = await sandbox.call(me);
    expect(first.headers).toMatchObject({
      'x-user-limit-24hour-limit': '2',
      'x-user-limit-24hour-remaining': '1',
      'x-app-limit-24hour-remaining': '249',
      'x-rate-limit-remaining': '74',
    });
    const resetS = Number(first.headers['x-user-limit-24hour-reset']);
    expect(Math.abs(resetS - Date.now() / 1000 - 86_400)).toBeLessThan(3);
    await sandbox.call(me);
    const over = await sandbox.call(me);
    expect(over.status).toBe(429);
    expect(over.json()).toMatchObject({ title: 'Too Many Requests', status: 429 });
    expect(over.headers).toMatchObject({ 'x-user-limit-24hour-remaining': '0' });
    expect(Number(over.headers['x-rate-limit-remaining'])).toBeGreaterThan(0);
    const quarterOnMs = 15 * 60_000;
    sandbox.control.shiftClock(quarterOnMs);
    const timestampS = () => Math.floor(sandbox.control.world.clock.nowMs() / 1000);
    const soon = await sandbox.call(me, { sign: { timestampS: timestampS() } });
    expect(soon.status).toBe(429);
    sandbox.control.shiftClock(24 * 3_600_000);
    const nextDay = await sandbox.call(me, { sign: { timestampS: timestampS() } });
    expect(nextDay.status).toBe(200);
    expect((await sandbox.call(verify)).headers).not.toHaveProperty('x-user-limit-24hour-limit');
  });
});
