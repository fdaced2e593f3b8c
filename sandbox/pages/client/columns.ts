import type { PageData, PageUser } from '../page-data-types.ts';
import { div, h, icon, link } from './dom.ts';
import { fullCount } from './format.ts';
import { icons } from './icons.ts';
import { postCell } from './post.ts';
import { drawerButton } from './side-nav.ts';
import { homeTabs } from './tabs.ts';

export type FindUser = (handle: string) => PageUser | undefined;

/** The sticky line on top of the middle column. */
export function topBar(
  title: string,
  note: string | null,
  viewer: PageUser | undefined,
): HTMLElement {
  const back = h(
    'button',
    {
      class: 'round-button back',
      'aria-label': 'Back',
      'data-testid': 'app-bar-back',
      type: 'button',
      onClick: () => history.back(),
    },
    icon(icons.back),
  );
  const words = h('h2', { role: 'heading' }, h('span', {}, title));
  const bar = div('top-bar', back, div('top-words', words, note && div('quiet small', note)));
  if (viewer) bar.prepend(drawerButton(viewer));
  return bar;
}

export function postList(data: PageData, find: FindUser): HTMLElement {
  const cells = data.posts.flatMap((post) => postCell(post, find) ?? []);
  return h(
    'section',
    { role: 'region' },
    h('div', { class: 'timeline', 'aria-label': 'Timeline' }, ...cells),
  );
}

export function homeColumn(data: PageData, find: FindUser): HTMLElement[] {
  return [div('top-bar home-bar', homeTabs()), postList(data, find)];
}

/** Follow lists and single posts: profile addresses without the profile's header (x-dom 1.3). */
export function belowColumn(
  user: PageUser,
  title: string,
  viewer: PageUser | undefined,
): HTMLElement[] {
  return [
    topBar(user.name, `@${user.handle}`, viewer),
    div(
      'nothing',
      h('h2', {}, title),
      link(`/${user.handle}`, { class: 'accent' }, 'Back to the profile'),
    ),
  ];
}

export function plainColumn(
  title: string,
  words: string,
  viewer: PageUser | undefined,
): HTMLElement[] {
  return [topBar(title, null, viewer), div('nothing', h('h2', {}, title), div('quiet', words))];
}

export function spinner(): HTMLElement {
  return h('div', { class: 'spinner', role: 'progressbar', 'aria-label': 'Loading' });
}

export const postsNote = (user: PageUser): string => `${fullCount(user.posts)} posts`;
