import type { ProfileTab } from '../page-data-types.ts';
import { div, h, link } from './dom.ts';

const tabs = [
  { tab: 'posts', path: '', words: 'Posts', own: false },
  { tab: 'with_replies', path: '/with_replies', words: 'Replies', own: false },
  { tab: 'highlights', path: '/highlights', words: 'Highlights', own: true },
  { tab: 'articles', path: '/articles', words: 'Articles', own: true },
  { tab: 'media', path: '/media', words: 'Media', own: false },
  { tab: 'likes', path: '/likes', words: 'Likes', own: true },
];

/** The row of a profile's lists; some only its owner has. */
export function profileTabs(handle: string, chosen: ProfileTab, own: boolean): HTMLElement {
  const shown = tabs.filter((one) => own || !one.own);
  return tabNav(
    'Profile timelines',
    shown.map((one) => tabLink(`/${handle}${one.path}`, one.words, one.tab === chosen)),
  );
}

export function homeTabs(): HTMLElement {
  return tabNav('Timeline', [
    tabLink('/home', 'For you', true),
    tabLink('/home', 'Following', false),
  ]);
}

function tabNav(label: string, links: HTMLElement[]): HTMLElement {
  const cells = links.map((one) => h('div', { role: 'presentation', class: 'tab-cell' }, one));
  const list = h(
    'div',
    { class: 'tab-list', role: 'tablist', 'data-testid': 'ScrollSnap-List' },
    ...cells,
  );
  return h(
    'nav',
    { class: 'tabs', 'aria-label': label, 'aria-live': 'polite', role: 'navigation' },
    h('div', { 'data-testid': 'ScrollSnap-SwipeableList' }, list),
  );
}

function tabLink(href: string, words: string, chosen: boolean): HTMLElement {
  const label = div('tab-words', h('span', {}, words));
  if (chosen) label.append(div('tab-mark'));
  return link(href, { class: 'tab', role: 'tab', 'aria-selected': String(chosen) }, label);
}
