import { describe, expect, it } from 'vitest';
import { routeOf, sameHandle } from './routes.ts';

const at = (path: string) => routeOf(`https://x.com${path}`);

describe('routeOf', () => {
  it.each([
    '',
    '/',
    '/with_replies',
    '/media',
    '/media/videos',
    '/likes',
    '/highlights',
    '/articles',
    '/affiliates',
    '/superfollows',
    '/photo',
    '/header_photo',
    '/nft',
    '/about',
    '/Media',
    '?s=21',
    '#top',
  ])('sees the header at /Ada_Paints%s', (rest) => {
    expect(at(`/Ada_Paints${rest}`)).toEqual({
      kind: 'profile',
      handle: 'Ada_Paints',
      part: 'header',
    });
  });

  it.each([
    'followers',
    'following',
    'verified_followers',
    'followers_you_follow',
    'creator-subscriptions/subscriptions',
    'lists',
    'communities',
    'topics',
    'status/1890000000000000000',
    'status/1890000000000000000/photo/1',
  ])('sees no header at /ada_paints/%s', (rest) => {
    expect(at(`/ada_paints/${rest}`)).toMatchObject({ kind: 'profile', part: 'below' });
  });

  it('leaves parts it does not know to the page', () => {
    expect(at('/ada_paints/reels')).toMatchObject({ kind: 'profile', part: 'unsure' });
  });

  it.each([
    'explorer_x',
    'home_made',
    'settingsun',
    'i_am',
    'search2',
    'loginova',
    'x',
    'a1',
    '404s',
  ])('takes %s for a person', (handle) => {
    expect(at(`/${handle}`)).toMatchObject({ kind: 'profile', handle });
  });

  it.each([
    '/',
    '/home',
    '/Explore',
    '/explore/tabs/for-you',
    '/i/chat',
    '/i/history',
    '/i/user/12',
    '/messages',
    '/notifications/mentions',
    '/search?q=ada_paints',
    '/search-advanced',
    '/settings/account',
    '/hashtag/ada',
    '/login',
    '/oauth/authorize',
    '/tos',
    '/compose',
    '/intent/user?screen_name=ada_paints',
    '/ada-paints',
    '/sixteen_letters_x',
    '/%E2%82%AC',
    '/@ada_paints',
  ])('takes %s for no profile', (path) => {
    expect(at(path)).toEqual({ kind: 'other' });
  });

  it.each(['/settings/profile', '/compose/post', '/i/flow/setup_profile'])(
    'knows that %s lies over another page',
    (path) => {
      expect(at(path)).toEqual({ kind: 'overlay' });
    },
  );

  it('reads relative addresses and survives unreadable ones', () => {
    expect(routeOf('/ada_paints')).toMatchObject({ handle: 'ada_paints' });
    expect(routeOf('https://')).toEqual({ kind: 'other' });
  });
});

describe('sameHandle', () => {
  it('ignores case and nothing else', () => {
    expect(sameHandle('Ada_Paints', 'ada_paints')).toBe(true);
    expect(sameHandle('ada_paints', 'ada_paint')).toBe(false);
  });
});
