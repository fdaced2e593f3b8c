import { describe, expect, it } from 'vitest';
import { call, codeOf } from '../testing/client.ts';
import { answerPage, askForToken, keysIn, pairIn, pinIn, tradeToken } from '../testing/sign-in.ts';
import { useSandbox } from '../testing/use-sandbox.ts';
import type { SandboxApp } from '../world-types.ts';

const sandbox = useSandbox();
const verify = 'GET /1.1/account/verify_credentials.json';
const profile = 'POST /1.1/account/update_profile.json';
const wrongVerifier = 'Error processing your OAuth request: Invalid oauth_verifier parameter';
const deadToken = 'This feature is temporarily unavailable';

const begin = async (app: SandboxApp = sandbox.control.signIn.addApp(), query?: string) => {
  const options = query ? { query: [['x_auth_access_type', query]] as [string, string][] } : {};
  const fields = { oauth_callback: 'oob' };
  const reply = await askForToken(sandbox.port, app, 'oob', { ...options, sign: { fields } });
  return { app, pair: pairIn(reply) };
};

/** All three steps; the keys that come out of them. */
const signIn = async (app: SandboxApp, account?: string, query?: string) => {
  const { pair } = await begin(app, query);
  const { next } = await answerPage(sandbox.port, pair.token, account ? { account } : {});
  const reply = await tradeToken(sandbox.port, app, pair, pinIn(next));
  return { reply, keys: keysIn(reply, app) };
};
const may = async (keys: Parameters<typeof call>[1]) =>
  (await call(sandbox.port, keys, verify)).headers['x-access-level'];

describe('oauth/access_token', () => {
  it('gives keys that work, and says whose they are', async () => {
    const { reply, keys } = await signIn(sandbox.control.signIn.addApp(), 'studio_nine');
    const studio = sandbox.control.world.accountOf('studio_nine')!;
    expect(reply.headers['content-type']).toBe('text/html;charset=utf-8');
    expect(Object.fromEntries(new URLSearchParams(reply.text))).toEqual({
      oauth_token: keys.accessToken,
      oauth_token_secret: keys.accessTokenSecret,
      user_id: studio.id,
      screen_name: 'studio_nine',
    });
    const shown = await call(sandbox.port, keys, verify);
    expect(shown.json()).toMatchObject({ screen_name: 'studio_nine' });
    expect(keys.accessToken).not.toBe(studio.keys.accessToken);
  });

  it('takes the verifier from the form as well, and leaves it out of the log', async () => {
    const { app, pair } = await begin();
    const decided = sandbox.control.signIn.authorise(pair.token);
    const pin = decided.kind === 'pin' ? decided.pin : '';
    const form: [string, string][] = [['oauth_verifier', pin]];
    const reply = await tradeToken(sandbox.port, app, pair, '', { form, sign: { fields: {} } });
    expect(reply.status).toBe(200);
    const log = JSON.stringify(sandbox.control.calls());
    for (const secret of [pin, pair.token, pair.secret, pairIn(reply).secret]) {
      expect(log).not.toContain(secret);
    }
  });

  it.each([
    ['a wrong verifier', (_pin: string) => '0000000x', wrongVerifier],
    ['none', () => '', wrongVerifier],
  ])('%s: 401 in bare text, and the right one still works', async (_case, change, words) => {
    const { app, pair } = await begin();
    const { next } = await answerPage(sandbox.port, pair.token);
    const wrong = await tradeToken(sandbox.port, app, pair, change(pinIn(next)));
    expect([wrong.status, wrong.text]).toEqual([401, words]);
    expect(wrong.headers['content-type']).toBe('text/html;charset=utf-8');
    expect((await tradeToken(sandbox.port, app, pair, pinIn(next))).status).toBe(200);
  });

  it('lets nobody try for ever', async () => {
    const { app, pair } = await begin();
    const { next } = await answerPage(sandbox.port, pair.token);
    for (let tries = 0; tries < 3; tries += 1) {
      await tradeToken(sandbox.port, app, pair, 'wrong');
    }
    const late = await tradeToken(sandbox.port, app, pair, pinIn(next));
    expect([late.status, late.text]).toEqual([401, deadToken]);
  });

  it('a token that was used, refused, never answered, too old or unknown: 401', async () => {
    const trade = async (step: Awaited<ReturnType<typeof begin>>, pin = '1234567') => {
      const { status, text } = await tradeToken(sandbox.port, step.app, step.pair, pin);
      return [status, text];
    };
    const used = await begin();
    const pin = pinIn((await answerPage(sandbox.port, used.pair.token)).next);
    await trade(used, pin);
    expect(await trade(used, pin)).toEqual([401, deadToken]);
    const refused = await begin();
    sandbox.control.signIn.authorise(refused.pair.token, { refuse: true });
    expect(await trade(refused)).toEqual([401, deadToken]);
    expect(await trade(await begin())).toEqual([401, wrongVerifier]);
    const unknown = { app: used.app, pair: { token: 'nothing', secret: 'nothing' } };
    expect(await trade(unknown)).toEqual([401, deadToken]);
    expect(await trade({ app: used.app, pair: { token: '', secret: '' } })).toEqual([
      401,
      'Reverse auth credentials are invalid',
    ]);
    const old = await begin();
    sandbox.control.signIn.authorise(old.pair.token);
    sandbox.control.shiftClock(16 * 60_000);
    const fields = { oauth_verifier: '1' };
    const timestampS = Math.floor(sandbox.control.world.clock.nowMs() / 1000);
    const late = await tradeToken(sandbox.port, old.app, old.pair, '', {
      sign: { fields, timestampS },
    });
    expect(late.text).toBe(deadToken);
  });

  it('wants the request token’s secret, and the app that asked', async () => {
    const { app, pair } = await begin();
    const { next } = await answerPage(sandbox.port, pair.token);
    const forged = { ...pair, secret: 'wrong' };
    expect(codeOf(await tradeToken(sandbox.port, app, forged, pinIn(next)))).toBe(32);
    const other = sandbox.control.signIn.addApp();
    const stolen = await tradeToken(sandbox.port, other, pair, pinIn(next));
    expect([stolen.status, stolen.text]).toEqual([401, deadToken]);
    expect((await tradeToken(sandbox.port, app, pair, pinIn(next))).status).toBe(200);
  });
});

describe('apps and their tokens', () => {
  it('a token keeps what it may do when the app’s permission changes', async () => {
    const app = sandbox.control.signIn.addApp({ permission: 'read' });
    const before = await signIn(app);
    sandbox.control.signIn.changeApp(app.apiKey, { permission: 'read-write' });
    expect(await may(before.keys)).toBe('read');
    const form: [string, string][] = [['location', 'Here']];
    expect(codeOf(await call(sandbox.port, before.keys, profile, { form }))).toBe(261);
    const after = await signIn(app);
    expect(await may(after.keys)).toBe('read-write');
    expect((await call(sandbox.port, after.keys, profile, { form })).status).toBe(200);
    expect(await may(before.keys)).toBe('read');
  });

  it('x_auth_access_type=read narrows it', async () => {
    const { keys } = await signIn(sandbox.control.signIn.addApp(), undefined, 'read');
    expect(await may(keys)).toBe('read');
  });

  it('who lets an app in again gets the same token, until it is revoked', async () => {
    const app = sandbox.control.signIn.addApp();
    const first = await signIn(app);
    expect((await signIn(app)).keys).toEqual(first.keys);
    sandbox.control.revoke('ada_paints', app.apiKey);
    expect(codeOf(await call(sandbox.port, first.keys, verify))).toBe(89);
    expect((await sandbox.call(verify)).status).toBe(200);
    const again = await signIn(app);
    expect(again.keys).not.toEqual(first.keys);
    expect((await call(sandbox.port, again.keys, verify)).status).toBe(200);
    sandbox.control.revoke('ada_paints');
    expect(codeOf(await call(sandbox.port, again.keys, verify))).toBe(89);
    expect(codeOf(await sandbox.call(verify))).toBe(89);
    expect(sandbox.control.signIn.tokens().filter(({ revoked }) => revoked)).toHaveLength(3);
  });

  it('a token does not work with another app’s key, nor for a suspended app', async () => {
    const app = sandbox.control.signIn.addApp();
    const { keys } = await signIn(app);
    const { apiKey, apiKeySecret } = sandbox.keys;
    const mixed = { ...keys, apiKey, apiKeySecret };
    expect(codeOf(await call(sandbox.port, mixed, verify))).toBe(32);
    sandbox.control.signIn.changeApp(app.apiKey, { suspended: true });
    const suspended = await call(sandbox.port, keys, verify);
    expect([suspended.status, codeOf(suspended)]).toEqual([401, 416]);
  });

  it('oauth/invalidate_token gives it back', async () => {
    const { keys } = await signIn(sandbox.control.signIn.addApp());
    const reply = await call(sandbox.port, keys, 'POST /1.1/oauth/invalidate_token.json');
    expect(reply.json()).toEqual({ access_token: keys.accessToken });
    expect(codeOf(await call(sandbox.port, keys, verify))).toBe(89);
  });
});
