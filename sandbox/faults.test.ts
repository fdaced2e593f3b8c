import { describe, expect, it } from 'vitest';
import { authorization, call, codeOf, pictureForm, send } from './testing/client.ts';
import { plainImage } from './testing/images.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const verify = 'GET /1.1/account/verify_credentials.json';
const upload = 'POST /1.1/account/update_profile_image.json';
const url = 'https://api.x.com/1.1/account/verify_credentials.json';

const sandbox = useSandbox();

const check = (as = sandbox.keys, target = verify) => call(sandbox.port, as, target);
const sendPicture = async () =>
  sandbox.call(upload, { multipart: pictureForm('image', await plainImage(40, 40)) });

describe('faults', () => {
  it('drop-before: no answer and no work', async () => {
    sandbox.control.addFault({ kind: 'drop-before', match: { path: 'update_profile_image' } });
    expect((await check()).status).toBe(200);
    await expect(sendPicture()).rejects.toThrow(/socket hang up|ECONNRESET/);
    sandbox.control.assertUploads(0);
    expect(sandbox.control.calls().at(-1)).toMatchObject({ status: 0, verified: false });
    expect((await sendPicture()).status).toBe(200);
    sandbox.control.assertUploads(1);
  });

  it('drop-after: no answer, but the work is done', async () => {
    sandbox.control.addFault({ kind: 'drop-after', match: { method: 'POST' } });
    await expect(sendPicture()).rejects.toThrow(/socket hang up|ECONNRESET/);
    sandbox.control.assertUploads(1);
    expect(sandbox.control.calls()).toMatchObject([{ status: 0, verified: true }]);
  });

  it('a browser that resends by itself is cut again, with no work done twice', async () => {
    sandbox.control.addFault({ kind: 'drop-after' });
    const headers = { authorization: authorization({ url, keys: sandbox.keys }) };
    await expect(send(sandbox.port, url.slice(8), { headers })).rejects.toThrow();
    await expect(send(sandbox.port, url.slice(8), { headers })).rejects.toThrow();
    expect((await check()).status).toBe(200);
  });

  it.each([
    [{ status: 500 }, 500, 131],
    [{ status: 503 }, 503, 130],
    [{ status: 429 }, 429, 88],
    [{ status: 453 }, 403, 453],
    [{ status: 403, code: 226 }, 403, 226],
  ])('status %j: %i, code %i', async (fault, status, code) => {
    sandbox.control.addFault({ kind: 'status', ...fault });
    const reply = await check();
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    expect((await check()).status).toBe(200);
  });

  it('402 and v2 come as problem JSON', async () => {
    sandbox.control.addFault({ kind: 'status', status: 402 });
    expect((await check()).json()).toMatchObject({ title: 'CreditsDepleted', status: 402 });
    sandbox.control.addFault({ kind: 'status', status: 453 });
    const v2 = await check(sandbox.keys, 'GET /2/users/me');
    expect(v2.status).toBe(403);
    expect(v2.headers['content-type']).toContain('problem+json');
  });

  it('429 says when it ends, and retry-after when asked to', async () => {
    sandbox.control.addFault({ kind: 'status', status: 429, resetInS: 60, retryAfterS: 7 });
    const { headers } = await check();
    expect(headers).toMatchObject({ 'x-rate-limit-remaining': '0', 'retry-after': '7' });
    expect(Math.abs(Number(headers['x-rate-limit-reset']) - Date.now() / 1000 - 60)).toBeLessThan(
      3,
    );
  });

  it.each([
    ['errors', /"errors":\[\{"code":130/],
    ['request', /"request":"\/1\.1\/account\/verify_credentials\.json","error":/],
    ['html', /^<html>/],
    ['empty', /^$/],
    ['problem', /"type":"about:blank"/],
  ] as const)('the body shape %s', async (body, shape) => {
    sandbox.control.addFault({ kind: 'status', status: 503, body });
    const reply = await check();
    expect(reply.status).toBe(503);
    expect(reply.text).toMatch(shape);
  });

  it('slow, before or after the work, and together with another', async () => {
    sandbox.control.addFault({ kind: 'slow', ms: 200 });
    sandbox.control.addFault({ kind: 'status', status: 500 });
    const startedMs = performance.now();
    expect((await check()).status).toBe(500);
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(195);
    sandbox.control.addFault({ kind: 'slow', ms: 200, when: 'after' });
    expect((await sendPicture()).status).toBe(200);
    const answeredAtMs = Date.now();
    sandbox.control.assertUploads(1);
    expect(answeredAtMs - (sandbox.control.uploads()[0]?.atMs ?? NaN)).toBeGreaterThanOrEqual(195);
  });

  it('redirect: 301 to the other host', async () => {
    sandbox.control.addFault({ kind: 'redirect' });
    const reply = await check();
    expect(reply.status).toBe(301);
    expect(reply.headers['location']).toBe(url.replace('api.x.com', 'api.twitter.com'));
    sandbox.control.addFault({ kind: 'redirect', toHost: 'pictures.example', status: 307 });
    expect((await check()).headers['location']).toMatch(/^https:\/\/pictures\.example\//);
  });

  it('lock: 403, code 326; revoke: 89 from then on', async () => {
    sandbox.control.addFault({ kind: 'lock' });
    const locked = await check();
    expect([locked.status, codeOf(locked)]).toEqual([403, 326]);
    sandbox.control.addFault({ kind: 'revoke' });
    expect(codeOf(await check())).toBe(89);
    expect(codeOf(await check())).toBe(89);
  });

  it('hit only what they are for, as often as told, in order', async () => {
    const { control } = sandbox;
    control.addFault({ kind: 'status', status: 500, match: { account: '@studio_NINE' }, count: 2 });
    control.addFault({ kind: 'status', status: 503, match: { account: 'studio_nine' } });
    expect((await check()).status).toBe(200);
    const seen = [];
    for (let at = 0; at < 4; at += 1)
      seen.push((await check(sandbox.control.accounts[1]!.keys)).status);
    expect(seen).toEqual([500, 500, 503, 200]);
    control.addFault({ kind: 'status', status: 500, count: 'always' });
    expect((await check()).status).toBe(500);
    expect((await check()).status).toBe(500);
    control.clearFaults();
    expect((await check()).status).toBe(200);
  });

  it('leave pages and pictures alone unless they name the host', async () => {
    const { control } = sandbox;
    const picture = control.world.avatarUrl(control.accounts[0]!).slice(8);
    control.addFault({ kind: 'status', status: 500 });
    expect((await send(sandbox.port, picture)).status).toBe(200);
    control.addFault({ kind: 'status', status: 403, match: { host: 'pbs.twimg.com' } });
    expect((await send(sandbox.port, picture)).status).toBe(403);
    expect((await check()).status).toBe(500);
  });
});
