import { describe, expect, it } from 'vitest';
import { send } from './testing/client.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const sandbox = useSandbox();

const get = (target: string, query: Record<string, string> = {}) =>
  sandbox.call(target, { query: Object.entries(query) });

describe('v2', () => {
  it('gives three fields unless asked for more', async () => {
    const reply = await get('GET /2/users/me');
    expect(reply.json()).toEqual({
      data: { id: '972762232779702282', name: 'Ada Paints', username: 'ada_paints' },
    });
    const more = await get('GET /2/users/me', {
      'user.fields': 'profile_image_url,profile_banner_url',
    });
    expect(more.json()).toMatchObject({
      data: {
        profile_image_url: expect.stringMatching(/_normal\.jpg$/),
        profile_banner_url: expect.stringMatching(/\/\d{10}$/),
      },
    });
  });

  it('tells what the short links of a profile point to', async () => {
    const reply = await get('GET /2/users/me', { 'user.fields': 'description,url,entities' });
    const short = expect.stringMatching(/^https:\/\/t\.co\//);
    expect(reply.json()).toMatchObject({
      data: {
        description: expect.stringMatching(/Prints at https:\/\/t\.co\/\w{10}$/),
        url: short,
        entities: {
          url: { urls: [{ url: short, expanded_url: 'http://ada.example/' }] },
          description: { urls: [{ url: short, expanded_url: 'http://shop.example/ada' }] },
        },
      },
    });
  });

  it('reports who is missing beside who is found, with 200', async () => {
    const usernames = 'river_notes,nobody_here,loud_bargains';
    const reply = await get('GET /2/users/by', { usernames });
    expect(reply.status).toBe(200);
    expect(reply.json()).toMatchObject({
      data: [{ username: 'river_notes' }],
      errors: [
        { value: 'nobody_here', type: expect.stringMatching(/resource-not-found$/) },
        { value: 'loud_bargains', title: 'Forbidden' },
      ],
    });
  });

  it('looks one up by the path', async () => {
    expect((await get('GET /2/users/by/username/maple_forum')).json()).toMatchObject({
      data: { username: 'maple_forum' },
    });
    const none = await get('GET /2/users/by/username/nobody_here');
    expect(none.status).toBe(200);
    expect(none.json()).not.toHaveProperty('data');
  });

  it('looks them up by id, one or several', async () => {
    const ids = '589104477,1';
    expect((await get('GET /2/users', { ids, 'user.fields': 'profile_image_url' })).json()).toEqual(
      {
        data: [
          {
            id: '589104477',
            name: 'River Notes',
            username: 'river_notes',
            profile_image_url: expect.stringMatching(/_normal\.jpg$/),
          },
        ],
        errors: [
          expect.objectContaining({ value: '1', parameter: 'ids', title: 'Not Found Error' }),
        ],
      },
    );
    expect((await get('GET /2/users/589104477')).json()).toMatchObject({
      data: { username: 'river_notes' },
    });
    expect((await get('GET /2/users/1')).json()).not.toHaveProperty('data');
  });

  it.each([
    ['GET /2/users', { ids: 'ada_paints' }],
    ['GET /2/users', { ids: Array.from({ length: 101 }, (_, id) => id + 1).join(',') }],
    ['GET /2/users/by', {}],
    ['GET /2/users/by', { usernames: 'not-a-handle' }],
    ['GET /2/users/me', { 'user.fields': 'shoe_size' }],
  ])('%s %j: problem JSON 400', async (target, query) => {
    const reply = await get(target, query as Record<string, string>);
    expect(reply.status).toBe(400);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json()).toMatchObject({ status: 400, title: 'Invalid Request' });
  });

  it('names the kinds of refusal it has a type for', async () => {
    sandbox.control.addFault({ kind: 'status', status: 453 });
    expect((await get('GET /2/users/me')).json()).toMatchObject({
      type: expect.stringMatching(/\/problems\/client-forbidden$/),
      status: 403,
    });
    sandbox.control.addFault({ kind: 'status', code: 261 });
    expect((await get('GET /2/users/me')).json()).toMatchObject({
      type: expect.stringMatching(/\/problems\/oauth1-permissions$/),
      status: 403,
    });
  });

  it('refuses in its own shape', async () => {
    const unsigned = await send(sandbox.port, 'api.x.com/2/users/me');
    expect(unsigned.status).toBe(401);
    expect(unsigned.headers['www-authenticate']).toBeDefined();
    expect(unsigned.json()).toEqual({
      title: 'Unauthorized',
      detail: 'Unauthorized',
      type: 'about:blank',
      status: 401,
    });
    const unknown = await send(sandbox.port, 'api.x.com/2/users/you');
    expect(unknown.json()).toMatchObject({ title: 'Not Found', status: 404 });
  });
});
