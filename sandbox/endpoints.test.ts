import { describe, expect, it } from 'vitest';
import { codeOf, send } from './testing/client.ts';
import { useSandbox } from './testing/use-sandbox.ts';

type Json = Record<string, unknown>;

const show = 'GET /1.1/users/show.json';
const verify = 'GET /1.1/account/verify_credentials.json';

const sandbox = useSandbox();

const get = (target: string, query: Record<string, string> = {}) =>
  sandbox.call(target, { query: Object.entries(query) });

const handles = (reply: { json(): unknown }) =>
  (reply.json() as { screen_name: string }[]).map((user) => user.screen_name);

describe('paths', () => {
  it.each(['/1.1/account/nothing.json', '/1.1/users/show', '/', '/1.1/users/show.json/'])(
    '%s: 404, code 34',
    async (path) => {
      const reply = await send(sandbox.port, `api.x.com${path}`);
      expect([reply.status, codeOf(reply)]).toEqual([404, 34]);
    },
  );

  it('another method: 404, code 34', async () => {
    const reply = await sandbox.call('GET /1.1/account/update_profile_image.json');
    expect([reply.status, codeOf(reply)]).toEqual([404, 34]);
  });

  it('a far too long address: 414 as bare HTML text', async () => {
    const reply = await send(
      sandbox.port,
      `api.x.com/1.1/users/show.json?image=${'A'.repeat(9000)}`,
    );
    expect(reply.status).toBe(414);
    expect(reply.headers['content-type']).toMatch(/^text\/html/);
  });

  it('sends no permissive CORS', async () => {
    const headers = { origin: 'https://pictures.example' };
    const reply = await sandbox.call(verify, { headers });
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    const preflight = await send(sandbox.port, 'api.x.com/1.1/users/show.json', {
      method: 'OPTIONS',
      headers,
    });
    expect(preflight.status).toBe(404);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('refuses hosts it is not', async () => {
    expect((await send(sandbox.port, 'api.x.com.evil.example/')).status).toBe(421);
  });
});

describe('user objects', () => {
  it('carry the recorded fields', async () => {
    const reply = await get(verify);
    const user = reply.json() as Json;
    expect(user).toMatchObject({
      id_str: '972762232779702282',
      screen_name: 'ada_paints',
      name: 'Ada Paints',
      created_at: 'Sun Mar 11 09:12:44 +0000 2018',
      default_profile_image: false,
      protected: false,
      suspended: false,
      needs_phone_verification: false,
      utc_offset: null,
      time_zone: null,
      lang: null,
    });
    for (const name of ['followers_count', 'friends_count', 'listed_count', 'statuses_count']) {
      expect(user[name]).toBeTypeOf('number');
    }
    expect(user['profile_image_url_https']).toMatch(
      /^https:\/\/pbs\.twimg\.com\/profile_images\/\d+\/[\w-]{8}_normal\.jpg$/,
    );
    expect(user['profile_image_url']).toBe(
      String(user['profile_image_url_https']).replace('https', 'http'),
    );
    expect(user['profile_banner_url']).toMatch(
      /^https:\/\/pbs\.twimg\.com\/profile_banners\/972762232779702282\/\d{10}$/,
    );
  });

  it('print ids beyond 2^53 exactly', async () => {
    const reply = await get(verify);
    expect(reply.text).toContain('"id":972762232779702282,');
    expect(Number.isSafeInteger((reply.json() as Json)['id'])).toBe(false);
  });

  it('shorten addresses and say what they stand for', async () => {
    const user = (await get(verify)).json() as Json;
    const entities = user['entities'] as { url: { urls: Json[] }; description: { urls: Json[] } };
    expect(user['url']).toMatch(/^https:\/\/t\.co\/\w{10}$/);
    expect(entities.url.urls[0]).toMatchObject({
      url: user['url'],
      expanded_url: 'http://ada.example/',
      display_url: 'ada.example',
    });
    const [link] = entities.description.urls as [Json & { indices: [number, number] }];
    expect(link['expanded_url']).toBe('http://shop.example/ada');
    expect(String(user['description']).slice(...link.indices)).toBe(link['url']);
  });

  it.each([
    ['include_entities', 'false', 'entities', false],
    ['include_entities', 'true', 'entities', true],
    ['skip_status', 'true', 'status', false],
    ['skip_status', 't', 'status', false],
    ['skip_status', '1', 'status', false],
    ['skip_status', 'yes', 'status', true],
  ])('with %s=%s', async (name, value, field, there) => {
    const user = (await get(verify, { [name]: value })).json() as Json;
    expect(field in user).toBe(there);
  });

  it('leave the banner out when there is none, and show the default picture', async () => {
    const user = (await get(show, { screen_name: 'blank_slate' })).json() as Json;
    expect(user).not.toHaveProperty('profile_banner_url');
    expect(user).not.toHaveProperty('suspended');
    expect(user).toMatchObject({
      default_profile_image: true,
      url: null,
      profile_image_url_https:
        'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png',
    });
  });
});

describe('users/show', () => {
  it('finds by handle, whatever the case, and by id', async () => {
    const byHandle = (await get(show, { screen_name: 'RIVER_notes' })).json();
    const byId = (await get(show, { user_id: '589104477' })).json();
    expect(byHandle).toEqual(byId);
    expect(byId).toMatchObject({ screen_name: 'river_notes', id: 589104477 });
  });

  it.each([
    [{ screen_name: 'nobody_here' }, 404, 50],
    [{ user_id: '1' }, 404, 50],
    [{ screen_name: 'echo_bay' }, 404, 50],
    [{ screen_name: 'loud_bargains' }, 403, 63],
    [{}, 400, 38],
  ])('%j: %i, code %i', async (query, status, code) => {
    const reply = await get(show, query as Record<string, string>);
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
  });

  it('finds a renamed user by id under the new handle', async () => {
    const id = sandbox.control.world.userByHandle('echo_harbour')!.id;
    expect((await get(show, { user_id: id })).json()).toMatchObject({
      screen_name: 'echo_harbour',
    });
  });
});

describe('users/lookup', () => {
  const lookup = 'GET /1.1/users/lookup.json';

  it('leaves out who is missing or suspended', async () => {
    const reply = await get(lookup, {
      screen_name: 'night_tram,nobody_here,loud_bargains',
      user_id: '589104477',
    });
    expect(reply.status).toBe(200);
    expect(handles(reply)).toEqual(['river_notes', 'night_tram']);
  });

  it('works by POST, and names everybody once', async () => {
    const form: [string, string][] = [['screen_name', 'night_tram,Night_Tram,maple_forum']];
    const reply = await sandbox.call('POST /1.1/users/lookup.json', { form });
    expect(handles(reply)).toEqual(['night_tram', 'maple_forum']);
  });

  it.each([
    ['nobody_here,loud_bargains', 404, 17],
    ['', 404, 17],
    [Array.from({ length: 101 }, (_, index) => `u${index}`).join(','), 403, 18],
  ])('%.20s…: %i, code %i', async (screen_name, status, code) => {
    const reply = await get(lookup, { screen_name });
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
  });

  it('takes one hundred', async () => {
    const rest = Array.from({ length: 99 }, (_, index) => `u${index}`);
    const reply = await get(lookup, { screen_name: ['night_tram', ...rest].join(',') });
    expect(handles(reply)).toEqual(['night_tram']);
  });
});

describe('users/profile_banner', () => {
  const banner = 'GET /1.1/users/profile_banner.json';

  it('lists nine sizes', async () => {
    const { sizes } = (await get(banner, { screen_name: 'river_notes' })).json() as { sizes: Json };
    expect(Object.keys(sizes).toSorted()).toEqual([
      '1500x500',
      '300x100',
      '600x200',
      'ipad',
      'ipad_retina',
      'mobile',
      'mobile_retina',
      'web',
      'web_retina',
    ]);
    expect(sizes['ipad_retina']).toEqual({
      h: 626,
      w: 1252,
      url: expect.stringMatching(/\/profile_banners\/589104477\/\d+\/ipad_retina$/),
    });
  });

  it('404 for a user without one', async () => {
    expect((await get(banner, { screen_name: 'blank_slate' })).status).toBe(404);
    expect(codeOf(await get(banner, { screen_name: 'nobody_here' }))).toBe(50);
  });
});
