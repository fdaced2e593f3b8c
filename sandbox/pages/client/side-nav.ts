import type { PageUser } from '../page-data-types.ts';
import { avatar } from './avatar.ts';
import { div, h, icon, link } from './dom.ts';
import { icons } from './icons.ts';

/** The left column, and what replaces it on narrow screens. Visitors get neither. */
export function sideNav(viewer: PageUser | undefined): HTMLElement {
  const mark = link('/home', { class: 'mark', 'aria-label': 'Home' }, icon(icons.mark));
  if (!viewer) return h('header', { role: 'banner', class: 'side' }, div('side-inner', mark));
  const entry = (id: string, href: string, path: string, words: string): HTMLElement =>
    link(
      href,
      { class: 'nav-link', 'data-testid': id, 'aria-label': words },
      div(
        'nav-pill',
        icon(path),
        h('div', { dir: 'ltr', class: 'nav-words' }, h('span', {}, words)),
      ),
    );
  const nav = h(
    'nav',
    { class: 'nav', 'aria-label': 'Primary', role: 'navigation' },
    entry('AppTabBar_Home_Link', '/home', icons.home, 'Home'),
    entry('AppTabBar_Explore_Link', '/explore', icons.explore, 'Explore'),
    entry('AppTabBar_Notifications_Link', '/notifications', icons.bell, 'Notifications'),
    entry('AppTabBar_DirectMessage_Link', '/i/chat', icons.mail, 'Chat'),
    entry('AppTabBar_Bookmarks_Link', '/bookmarks', icons.bookmark, 'Bookmarks'),
    entry('AppTabBar_Profile_Link', `/${viewer.handle}`, icons.person, 'Profile'),
    entry('AppTabBar_More_Menu', '/settings', icons.more, 'More'),
  );
  const post = link(
    '/home',
    { class: 'post-button', 'data-testid': 'SideNav_NewTweet_Button', 'aria-label': 'Post' },
    icon(icons.pen),
    h('span', { class: 'nav-words' }, 'Post'),
  );
  return h(
    'header',
    { role: 'banner', class: 'side' },
    div('side-inner', div('', mark, nav, post), switcher(viewer)),
  );
}

function switcher(viewer: PageUser): HTMLElement {
  return h(
    'button',
    {
      class: 'switcher',
      'aria-label': 'Account menu',
      'data-testid': 'SideNav_AccountSwitcher_Button',
      type: 'button',
    },
    avatar({ user: viewer, size: 'x96', edgePx: 40, href: null, alt: viewer.handle }),
    div('switcher-names', div('name', viewer.name), div('quiet', `@${viewer.handle}`)),
    icon(icons.dots),
  );
}

/** Narrow screens: a bar at the bottom and one's own face, without a link's address, at the top. */
export function bottomBar(): HTMLElement {
  const entry = (href: string, path: string, words: string): HTMLElement =>
    link(href, { class: 'bar-link', 'aria-label': words }, icon(path));
  return h(
    'nav',
    { class: 'bottom-bar', 'data-testid': 'BottomBar', role: 'navigation' },
    entry('/home', icons.home, 'Home'),
    entry('/explore', icons.explore, 'Explore'),
    entry('/notifications', icons.bell, 'Notifications'),
    entry('/i/chat', icons.mail, 'Chat'),
  );
}

/** The face that opens the drawer on narrow screens. */
export function drawerButton(viewer: PageUser): HTMLElement {
  return h(
    'button',
    {
      class: 'drawer',
      'data-testid': 'DashButton_ProfileIcon_Link',
      'aria-label': 'Profile menu',
      type: 'button',
    },
    avatar({ user: viewer, size: 'x96', edgePx: 32, href: null }),
  );
}
