import { afterAll, describe, expect, it } from 'vitest';
import type { PageRequest } from '../page-types.ts';
import { World } from '../world.ts';
import { handlePage } from './index.ts';
import type { PageData } from './page-data-types.ts';

const world = new World();
afterAll(() => world.close());

const get = (path: string, host = 'x.com') => {
  const url = new URL(path, `https://${host}`);
  const request: PageRequest = {
    host,
    method: 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: {},
  };
  return handlePage(request, world);
};

const dataOf = async (path: string, more = ''): Promise<PageData> => {
  const answer = await get(`/i/api/page?path=${encodeURIComponent(path)}${more}`);
  return JSON.parse(String(answer.body)) as PageData;
};

describe('the document', () => {
  it.each(['x.com', 'twitter.com'])('is served for %s with a policy like X’s', async (host) => {
    const { status, headers, body } = await get('/ada_paints', host);
    const policy = headers['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(status).toBe(200);
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('connect-src *');
    expect(String(body).match(/<script /g)).toHaveLength(2);
    expect(String(body).split(`nonce="${nonce}"`)).toHaveLength(3);
  });

  it('has a nonce of its own each time', async () => {
    const [one, another] = await Promise.all([get('/'), get('/')]);
    expect(one.headers['content-security-policy']).not.toBe(
      another.headers['content-security-policy'],
    );
  });

  it('cannot be broken out of by what people write', async () => {
    world.signedIn.description = '</script><script>alert(1)</script>';
    const { body } = await get('/ada_paints');
    world.signedIn.description = '';
    expect(String(body)).not.toContain('<script>alert');
  });

  it('names the account in a cookie that scripts may read, and nobody for visitors', async () => {
    const signedIn = await get('/ada_paints');
    const visitor = await get('/ada_paints?session=none');
    expect(signedIn.headers['set-cookie']).toContain(`twid=u%3D${world.signedIn.id};`);
    expect(visitor.headers['set-cookie']).toContain('Max-Age=0');
  });
});

describe('the data of an address', () => {
  it.each([
    ['/', { kind: 'home' }],
    ['/home', { kind: 'home' }],
    ['/ADA_paints', { kind: 'profile', handle: 'ada_paints', tab: 'posts', overlay: null }],
    ['/river_notes/media', { kind: 'profile', handle: 'river_notes', tab: 'media' }],
    ['/ada_paints/photo', { kind: 'profile', overlay: 'photo' }],
    ['/ada_paints/followers', { kind: 'belowProfile', handle: 'ada_paints' }],
    ['/ada_paints/status/1', { kind: 'belowProfile' }],
    ['/settings/profile', { kind: 'editProfile' }],
    ['/explore', { kind: 'plain' }],
    ['/nobody_here', { kind: 'missing' }],
    ['/loud_bargains', { kind: 'missing' }],
  ])('%s', async (path, view) => {
    expect((await dataOf(path)).view).toMatchObject(view);
  });

  it('follows the world', async () => {
    const { users, viewer } = await dataOf('/ada_paints');
    expect(viewer).toBe('ada_paints');
    const ada = users.find((user) => user.handle === 'ada_paints');
    expect(ada?.avatar.large).toBe(world.avatarUrl(world.signedIn, '400x400'));
    world.signIn('studio_nine');
    expect((await dataOf('/ada_paints')).viewer).toBe('studio_nine');
    world.signIn('ada_paints');
  });

  it('has no viewer for visitors', async () => {
    expect((await dataOf('/ada_paints', '&session=none')).viewer).toBeNull();
  });
});

describe('the client’s files', () => {
  it('come as scripts a browser can run', async () => {
    const { headers, body } = await get('/client-web/main.ts');
    expect(headers['content-type']).toContain('text/javascript');
    expect(String(body)).not.toContain('interface ');
    expect(String(body)).toMatch(/from ["']\.\/app\.ts["']/);
  });

  it.each(['/client-web/../index.ts', '/client-web/%2e%2e%2findex.ts', '/client-web/nothing.ts'])(
    'are all there is: %s',
    async (path) => {
      const request = {
        host: 'x.com',
        method: 'GET',
        path,
        query: new URLSearchParams(),
        headers: {},
      };
      expect((await handlePage(request, world)).status).toBe(404);
    },
  );

  it('are only read', async () => {
    const request = {
      host: 'x.com',
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: {},
    };
    expect((await handlePage(request, world)).status).toBe(405);
  });
});
