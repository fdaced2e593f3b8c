import { describe, expect, it } from 'vitest';
import { call, pictureForm, send, type Reply } from '../testing/client.ts';
import { noiseImage } from '../testing/images.ts';
import { answerPage, askForToken, keysIn, pairIn, pinIn, tradeToken } from '../testing/sign-in.ts';
import { useSandbox } from '../testing/use-sandbox.ts';

const sandbox = useSandbox();
const host = 'social.example';
const verify = 'GET /1.1/account/verify_credentials.json';
const upload = 'POST /1.1/account/update_profile_image.json';

const walker = () => sandbox.control.compatible.signedIn;
const ask = (target: string, options: Parameters<typeof call>[3] = {}) =>
  call(sandbox.port, walker().keys, target, { host, ...options });
const errorIn = (reply: Reply) => (reply.json() as { error?: string }).error;

describe('a server that is not X', () => {
  it('has users with a number for an id and a picture on its own host', async () => {
    const reply = await ask(verify);
    const user = reply.json() as Record<string, unknown>;
    expect(user).toMatchObject({ id: 7, screen_name: 'fern_walker' });
    for (const name of ['id_str', 'profile_image_url_https', 'default_profile_image', 'entities']) {
      expect(user).not.toHaveProperty(name);
    }
    const url = String(user['profile_image_url']);
    expect(url).toMatch(/^https:\/\/social\.example\/avatar\/7-48-\d+-[\w-]{8}\.png$/);
    expect((await send(sandbox.port, url.slice(8))).headers['content-type']).toBe('image/png');
    expect(reply.headers).not.toHaveProperty('x-access-level');
    expect(reply.headers).not.toHaveProperty('x-rate-limit-limit');
  });

  it.each(['/1.1', '/api/1.1', '/api'])('answers under %s', async (base) => {
    const reply = await ask(`GET ${base}/users/show.json`, { query: [['user_id', '31']] });
    expect(reply.json()).toMatchObject({ id: 31, screen_name: 'plain_visitor' });
    const url = (reply.json() as { profile_image_url: string }).profile_image_url;
    expect((await send(sandbox.port, url.slice(8))).status).toBe(200);
  });

  it('takes another port into the signature and into its addresses', async () => {
    const there = 'social.example:4443';
    const reply = await ask(verify, { host: there });
    expect(reply.status).toBe(200);
    expect(reply.text).toContain(`https://${there}/avatar/7-48-`);
    expect((await ask(verify, { host: there, sign: { url: `https://${host}/1.1` } })).status).toBe(
      401,
    );
  });

  it('takes texts of a profile and shows them at once; what is empty is null', async () => {
    const target = 'POST /1.1/account/update_profile.json';
    const form: [string, string][] = [
      ['name', 'Fern W.'],
      ['location', ''],
    ];
    const reply = await ask(target, { form });
    expect(reply.json()).toMatchObject({ name: 'Fern W.', location: null });
    expect((await ask(verify)).json()).toMatchObject({ name: 'Fern W.', location: null });
  });

  it('takes a picture and shows it at once, in its answer too', async () => {
    const bytes = await noiseImage(120, 120);
    const before = (await ask(verify)).json() as { profile_image_url: string };
    const reply = await ask(upload, { multipart: pictureForm('image', bytes) });
    expect(reply.status).toBe(200);
    const { profile_image_url: url } = reply.json() as { profile_image_url: string };
    expect(url).not.toBe(before.profile_image_url);
    const original = await send(sandbox.port, url.slice(8).replace('-48-', '-original-'));
    expect(original.bytes.equals(bytes)).toBe(true);
    expect((await send(sandbox.port, before.profile_image_url.slice(8))).status).toBe(404);
    expect(sandbox.control.uploads()).toMatchObject([
      { server: 'compatible', accountId: '7', bytes: bytes.length },
    ]);
    sandbox.control.assertUploads(1, { account: 'fern_walker' });
    sandbox.control.assertUploads(0, { account: 'ada_paints' });
  });

  it('is called by its name in the log', async () => {
    await ask(verify);
    expect(sandbox.control.calls()).toMatchObject([
      { site: 'compatible', host, account: 'fern_walker', verified: true },
    ]);
    expect(sandbox.control.wire.requests()).toMatchObject([
      { site: 'compatible', account: 'fern_walker' },
    ]);
  });

  it('has nothing to do with X’s keys, and X nothing with its', async () => {
    const refused = await call(sandbox.port, sandbox.keys, verify, { host });
    expect([refused.status, errorIn(refused)]).toEqual([401, 'Could not authenticate you.']);
    expect((await call(sandbox.port, walker().keys, verify)).status).toBe(401);
  });

  it('has one shape of error and no codes', async () => {
    const reply = await ask('GET /1.1/users/show.json', { query: [['screen_name', 'nobody']] });
    expect(reply.status).toBe(404);
    expect(reply.json()).toEqual({ request: '/1.1/users/show.json', error: 'User not found.' });
    for (const target of ['POST /1.1/account/update_profile_banner.json', 'GET /2/users/me']) {
      expect(errorIn(await ask(target))).toBe('API method not found.');
    }
    const reader = sandbox.control.compatible.accountOf('stone_bridge')!;
    const multipart = pictureForm('image', await noiseImage(9, 9));
    const write = await call(sandbox.port, reader.keys, upload, { host, multipart });
    expect([write.status, errorIn(write)]).toEqual([401, expect.stringContaining('read-write')]);
    const noImage = await ask(upload, { multipart: pictureForm('image', Buffer.from('no')) });
    expect(noImage.status).toBe(400);
  });

  it('meets only the faults that name its host', async () => {
    sandbox.control.addFault({ kind: 'status', status: 500 });
    expect((await ask(verify)).status).toBe(200);
    sandbox.control.addFault({ kind: 'drop-after', match: { host, path: 'update_profile' } });
    const multipart = pictureForm('image', await noiseImage(9, 9));
    await expect(ask(upload, { multipart })).rejects.toThrow();
    sandbox.control.assertUploads(1);
    sandbox.control.revoke('fern_walker');
    expect(errorIn(await ask(verify))).toBe('Bad access token.');
  });

  it('lets apps in by PIN, under both of its paths', async () => {
    const app = sandbox.control.signIn.addApp({ name: 'Framed' }, 'compatible');
    const pair = pairIn(await askForToken(sandbox.port, app, 'oob', { host }));
    const { page, next } = await answerPage(sandbox.port, pair.token, {}, `${host}/api`);
    expect(page.text).toContain('fern_walker');
    expect(page.text).not.toContain('ada_paints');
    const reply = await tradeToken(sandbox.port, app, pair, pinIn(next), { host });
    expect(new URLSearchParams(reply.text).get('user_id')).toBe('7');
    expect((await call(sandbox.port, keysIn(reply, app), verify, { host })).status).toBe(200);
  });
});
