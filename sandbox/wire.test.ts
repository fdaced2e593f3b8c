import { request } from 'node:https';
import { describe, expect, it } from 'vitest';
import { call, pictureForm, send } from './testing/client.ts';
import { plainImage } from './testing/images.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const sandbox = useSandbox();
const verify = 'GET /1.1/account/verify_credentials.json';
const upload = 'POST /1.1/account/update_profile_image.json';
const secret = 'marked-secret-7Qe+/4';
const wire = () => sandbox.control.wire;

const sendPicture = async (keys = sandbox.keys, host = 'api.x.com') =>
  call(sandbox.port, keys, upload, {
    host,
    multipart: pictureForm('image', await plainImage(40, 40)),
  });

describe('the journal', () => {
  it('keeps every request as it was on the wire, Authorization apart', async () => {
    const form: [string, string][] = [['location', 'Port Lowen']];
    await sandbox.call('POST /1.1/account/update_profile.json', {
      host: 'api.x.com:8443',
      form,
      query: [['include_entities', 'f a']],
      headers: { 'X-Odd': 'one' },
    });
    await send(sandbox.port, 'nowhere.example/at?all');
    await send(sandbox.port, 'sandbox.test/state');
    const [first, second, ...more] = wire().requests();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      site: 'api',
      host: 'api.x.com:8443',
      method: 'POST',
      path: '/1.1/account/update_profile.json',
      query: 'include_entities=f%20a',
      account: 'ada_paints',
      status: 200,
    });
    expect(Buffer.from(first!.body).toString()).toBe('location=Port%20Lowen');
    expect(first?.authorization).toContain(sandbox.keys.accessToken);
    expect(first?.headers).toContainEqual(['x-odd', 'one']);
    expect(first?.headers.map(([name]) => name)).not.toContain('authorization');
    expect(second).toMatchObject({ host: 'nowhere.example', query: 'all', status: 421 });
    expect(second?.site).toBeUndefined();
  });

  it('looks away from the Authorization header only', async () => {
    await sandbox.call(verify);
    expect(wire().sightings(sandbox.keys.accessToken)).toEqual([]);
    wire().assertUnseen(Object.values(sandbox.keys));
  });

  it.each<[string, string, Parameters<typeof send>[2]]>([
    ['path', `x.com/${encodeURIComponent(secret)}`, {}],
    ['query', `x.com/?a=${encodeURIComponent(secret)}`, {}],
    ['body', 'x.com/', { method: 'POST', body: `{"key":"${secret}"}` }],
    ['body', 'x.com/', { method: 'POST', body: Buffer.from(`ab${secret}c`).toString('base64') }],
    ['body', 'x.com/', { method: 'POST', body: Buffer.from(`a${secret}c`).toString('base64url') }],
    ['header cookie', 'x.com/', { headers: { cookie: `a=${secret}` } }],
    ['header referer', 'pbs.twimg.com/', { headers: { referer: `https://x.com/${secret}` } }],
    ['header x-a', 'x.com/', { headers: { 'x-a': btoa(secret) } }],
  ])('sees a secret in the %s of %s', async (place, address, options) => {
    await send(sandbox.port, address, options);
    expect(
      wire()
        .sightings(secret)
        .map((one) => one.place),
    ).toEqual([place]);
    expect(() => wire().assertUnseen(['something else', secret])).toThrow(/no\. 1: .*x\.com|twimg/);
    expect(() => wire().assertUnseen([secret])).not.toThrow(secret);
  });

  it('does not take on a text that chance could write', () => {
    expect(() => wire().sightings('short')).toThrow(/short/);
  });

  it('remembers requests that were cut, and clients that left half-way', async () => {
    sandbox.control.addFault({ kind: 'drop-after' });
    await expect(sendPicture()).rejects.toThrow();
    expect(wire().requests()).toMatchObject([{ status: null, endedAtMs: expect.any(Number) }]);
    await new Promise<void>((resolve) => {
      const leaving = request({
        host: '127.0.0.1',
        port: sandbox.port,
        path: upload.slice(5),
        method: 'POST',
        headers: { host: 'api.x.com', 'content-length': 5000 },
        rejectUnauthorized: false,
      });
      leaving.once('close', resolve).once('error', () => undefined);
      leaving.write('the first bytes', () => setTimeout(() => leaving.destroy(), 50));
    });
    await expect
      .poll(() => wire().requests()[1])
      .toMatchObject({
        path: upload.slice(5),
        status: null,
        endedAtMs: expect.any(Number),
      });
  });
});

describe('uploads on the wire', () => {
  it('are counted whatever became of them', async () => {
    const { control } = sandbox;
    const match = { path: 'update_profile_image' };
    control.addFault({ kind: 'drop-before', match });
    control.addFault({ kind: 'drop-after', match });
    control.addFault({ kind: 'status', status: 503, match });
    await expect(sendPicture()).rejects.toThrow();
    await expect(sendPicture()).rejects.toThrow();
    await sendPicture();
    await sendPicture();
    await sandbox.call(verify);
    const attempts = wire().uploads({ account: 'ada_paints' });
    expect(attempts.map(({ status, accepted }) => [status, accepted])).toEqual([
      [null, false],
      [null, true],
      [503, false],
      [200, true],
    ]);
    expect(attempts[0]).toMatchObject({ server: 'x', kind: 'avatar', host: 'api.x.com' });
    expect(wire().uploads({ account: 'studio_nine' })).toEqual([]);
    expect(wire().uploads({ kind: 'banner' })).toEqual([]);
    wire().assertNoOverlaps();
  });

  it('of one account at the same time are found, on either of X’s hosts', async () => {
    sandbox.control.addFault({ kind: 'slow', ms: 150 });
    const first = sendPicture();
    await expect.poll(() => wire().uploads()).toHaveLength(1);
    await sendPicture(sandbox.keys, 'api.twitter.com');
    await first;
    expect(wire().overlaps()).toMatchObject([[{ host: 'api.x.com' }, { host: 'api.twitter.com' }]]);
    expect(() => wire().assertNoOverlaps()).toThrow(/@ada_paints: avatar, \d+ ms into avatar/);
  });

  it('of two accounts at the same time are fine', async () => {
    sandbox.control.addFault({ kind: 'slow', ms: 100, count: 2 });
    await Promise.all([sendPicture(), sendPicture(sandbox.control.accounts[1]!.keys)]);
    expect(wire().uploads()).toHaveLength(2);
    wire().assertNoOverlaps();
  });
});
