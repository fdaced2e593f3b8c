import { describe, expect, it } from 'vitest';
import { authorization, call, codeOf, send } from './testing/client.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const verify = 'GET /1.1/account/verify_credentials.json';
const profile = 'POST /1.1/account/update_profile.json';

const sandbox = useSandbox();
const readOnly = () => sandbox.control.world.accountOf('quiet_reader')!;

const nowS = () => Math.floor(Date.now() / 1000);

describe('what does not', () => {
  const bad = 'https://api.x.com/1.1/account/verify_credentials.json';

  it.each<[string, string | undefined]>([
    ['missing', undefined],
    ['of another scheme', 'Bearer abc'],
    ['without fields', 'OAuth '],
    ['without quotes', 'OAuth oauth_token=abc'],
    ['badly encoded', 'OAuth oauth_token="%zz"'],
  ])('a header that is %s: 400, code 215', async (_case, header) => {
    const reply = await send(sandbox.port, bad.slice(8), {
      headers: header === undefined ? {} : { authorization: header },
    });
    expect([reply.status, codeOf(reply)]).toEqual([400, 215]);
    expect(sandbox.control.calls()[0]?.verified).toBe(false);
  });

  it.each([
    'oauth_consumer_key',
    'oauth_nonce',
    'oauth_signature',
    'oauth_signature_method',
    'oauth_timestamp',
    'oauth_token',
  ])('a header without %s: code 215', async (name) => {
    const whole = authorization({ url: bad, keys: sandbox.keys });
    const without = whole
      .replace(new RegExp(`(, )?${name}="[^"]*"`), '')
      .replace('OAuth , ', 'OAuth ');
    const reply = await send(sandbox.port, bad.slice(8), { headers: { authorization: without } });
    expect([reply.status, codeOf(reply)]).toEqual([400, 215]);
  });

  it('a field given twice: code 215', async () => {
    const header = `${authorization({ url: bad, keys: sandbox.keys })}, oauth_nonce="again"`;
    const reply = await send(sandbox.port, bad.slice(8), { headers: { authorization: header } });
    expect(codeOf(reply)).toBe(215);
  });

  it('an unknown API key: 401, code 32, with a challenge', async () => {
    const reply = await call(sandbox.port, { ...sandbox.keys, apiKey: 'nobody' }, verify);
    expect([reply.status, codeOf(reply)]).toEqual([401, 32]);
    expect(reply.headers['www-authenticate']).toMatch(/^OAuth realm=.*api_error_code=32$/);
    expect(reply.headers['x-access-level']).toBeUndefined();
  });

  it.each(['apiKeySecret', 'accessTokenSecret'] as const)('a wrong %s: code 32', async (name) => {
    const reply = await call(sandbox.port, { ...sandbox.keys, [name]: 'wrong' }, verify);
    expect([reply.status, codeOf(reply)]).toEqual([401, 32]);
  });

  it("another account's token: code 32", async () => {
    const mixed = { ...sandbox.keys, accessToken: sandbox.control.accounts[1]!.keys.accessToken };
    expect(codeOf(await call(sandbox.port, mixed, verify))).toBe(32);
  });

  it('another signature method, or version: code 32, code 215', async () => {
    const plain = { fields: { oauth_signature_method: 'PLAINTEXT' } };
    expect(codeOf(await sandbox.call(verify, { sign: plain }))).toBe(32);
    const version = { fields: { oauth_version: '2.0' } };
    expect(codeOf(await sandbox.call(verify, { sign: version }))).toBe(215);
  });

  it('a query changed after signing: code 32', async () => {
    const header = authorization({
      url: bad,
      keys: sandbox.keys,
      pairs: [['skip_status', 'true']],
    });
    const reply = await send(sandbox.port, `${bad.slice(8)}?skip_status=false`, {
      headers: { authorization: header },
    });
    expect(codeOf(reply)).toBe(32);
  });

  it('a name given twice, in the query or in query and form: code 32', async () => {
    const twice: [string, string][] = [
      ['location', 'a'],
      ['location', 'b'],
    ];
    expect(codeOf(await sandbox.call(profile, { query: twice }))).toBe(32);
    const split = { query: twice.slice(0, 1), form: twice.slice(1) };
    expect(codeOf(await sandbox.call(profile, split))).toBe(32);
    // Even where one of the two is all that the client signed.
    const sign = { pairs: twice.slice(1) };
    expect(codeOf(await sandbox.call(profile, { query: twice, sign }))).toBe(32);
    for (const { note } of sandbox.control.calls()) expect(note).toContain('given twice');
  });

  it('an unknown token: 401, code 89', async () => {
    const reply = await call(sandbox.port, { ...sandbox.keys, accessToken: '1-abc' }, verify);
    expect([reply.status, codeOf(reply)]).toEqual([401, 89]);
    expect(reply.headers['www-authenticate']).toContain('api_error_code=89');
  });

  it('a revoked token: code 89', async () => {
    expect((await sandbox.call(verify)).status).toBe(200);
    sandbox.control.revoke(sandbox.control.accounts[0]!.id);
    expect(codeOf(await sandbox.call(verify))).toBe(89);
  });

  it.each([
    [-301, 135],
    [-290, undefined],
    [290, undefined],
    [302, 135],
  ])('a timestamp %i s off: code %s', async (offS, code) => {
    const reply = await sandbox.call(verify, { sign: { timestampS: nowS() + offS } });
    expect(codeOf(reply)).toBe(code);
    expect(reply.status).toBe(code ? 401 : 200);
  });

  it.each(['abc', '-5', '1e9', '12.5'])('the timestamp %j: code 215', async (timestamp) => {
    const sign = { fields: { oauth_timestamp: timestamp } };
    expect(codeOf(await sandbox.call(verify, { sign }))).toBe(215);
  });

  it('a nonce used before, but not with another time or token', async () => {
    const sign = { nonce: 'once', timestampS: nowS() };
    expect((await sandbox.call(verify, { sign })).status).toBe(200);
    const replay = await sandbox.call(verify, { sign });
    expect([replay.status, codeOf(replay)]).toEqual([401, 32]);
    expect(sandbox.control.calls()[1]?.note).toContain('nonce');
    const later = { ...sign, timestampS: sign.timestampS + 1 };
    expect((await sandbox.call(verify, { sign: later })).status).toBe(200);
    expect((await call(sandbox.port, readOnly().keys, verify, { sign })).status).toBe(200);
  });

  it('does not burn the nonce of a request with a bad signature', async () => {
    const sign = { nonce: 'fresh', timestampS: nowS() };
    const forged = { ...sandbox.keys, accessTokenSecret: 'wrong' };
    expect(codeOf(await call(sandbox.port, forged, verify, { sign }))).toBe(32);
    expect((await sandbox.call(verify, { sign })).status).toBe(200);
  });

  it('a write with a read-only token: 403, code 261; its reads show the level', async () => {
    const read = await call(sandbox.port, readOnly().keys, verify);
    expect([read.status, read.headers['x-access-level']]).toEqual([200, 'read']);
    const write = await call(sandbox.port, readOnly().keys, profile, { form: [['name', 'No']] });
    expect([write.status, codeOf(write)]).toEqual([403, 261]);
    expect(write.headers['x-access-level']).toBe('read');
    expect(sandbox.control.world.accountOf('quiet_reader')?.name).toBe('Quiet Reader');
  });

  it('an account that is suspended itself: 403, code 64', async () => {
    sandbox.control.accounts[0]!.suspended = true;
    const reply = await sandbox.call(verify);
    expect([reply.status, codeOf(reply)]).toEqual([403, 64]);
  });
});

it('never logs what could be used to sign', async () => {
  await sandbox.call(verify);
  await send(sandbox.port, 'api.x.com/1.1/users/show.json?oauth_token=visible&screen_name=a');
  const log = JSON.stringify(sandbox.control.calls()) + sandbox.control.logText();
  for (const secret of [
    ...Object.values(sandbox.keys),
    'visible',
    'OAuth oauth',
    'oauth_signature',
  ]) {
    expect(log).not.toContain(secret);
  }
  expect(log).toContain('screen_name=a');
});
