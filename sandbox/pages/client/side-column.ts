import type { PageData, PageUser } from '../page-data-types.ts';
import { avatar } from './avatar.ts';
import { badge, div, h, icon, link } from './dom.ts';
import { icons } from './icons.ts';

const topics = [
  ['Art · Trending', 'Harbour light', '4,120 posts'],
  ['Outdoors · Trending', 'First frost', '11.3K posts'],
  ['Trending', 'Line 6', '2,087 posts'],
] as const;

/** The right column: search, whom to follow, what people talk about. */
export function sideColumn(data: PageData): HTMLElement {
  const people = data.suggestions.flatMap((handle) => {
    const user = data.users.find((one) => one.handle === handle);
    return user ? [personCell(user)] : [];
  });
  const follow = h(
    'aside',
    { class: 'card', 'aria-label': 'Who to follow', role: 'complementary' },
    h('h2', {}, 'Who to follow'),
    h('ul', { role: 'list' }, ...people),
    link('/explore', { class: 'card-more' }, 'Show more'),
  );
  const trends = h(
    'section',
    { class: 'card', role: 'region', 'aria-label': 'Trending now' },
    h('h2', {}, 'What people talk about'),
    ...topics.map(([where, words, count]) =>
      h(
        'div',
        { class: 'trend', 'data-testid': 'trend', role: 'link', tabindex: '0' },
        div('quiet small', where),
        div('strong', words),
        div('quiet small', count),
      ),
    ),
  );
  const search = div('search', icon(icons.explore), h('span', {}, 'Search'));
  return h('div', { class: 'right', 'data-testid': 'sidebarColumn' }, search, follow, trends);
}

function personCell(user: PageUser): HTMLElement {
  const name = link(`/${user.handle}`, { class: 'name' }, h('span', {}, user.name));
  if (user.verified) name.append(badge(icons.verified, icons.tick));
  return h(
    'li',
    { class: 'person', role: 'listitem', 'data-testid': 'UserCell' },
    avatar({ user, size: 'x96', edgePx: 40, href: `/${user.handle}` }),
    div(
      'person-names',
      name,
      link(`/${user.handle}`, { class: 'quiet', tabindex: '-1' }, h('span', {}, `@${user.handle}`)),
    ),
    h(
      'button',
      {
        class: 'pill pill-small pill-filled',
        'data-testid': `${user.id}-follow`,
        type: 'button',
        'aria-label': `Follow @${user.handle}`,
      },
      'Follow',
    ),
  );
}
