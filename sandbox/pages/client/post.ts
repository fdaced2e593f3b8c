import type { PagePost, PageUser } from '../page-data-types.ts';
import { avatar } from './avatar.ts';
import { badge, div, h, icon, link, text } from './dom.ts';
import { ageOf, shortCount } from './format.ts';
import { icons } from './icons.ts';

type FindUser = (handle: string) => PageUser | undefined;

/** One post in a list; posts of unknown users are left away. */
export function postCell(post: PagePost, find: FindUser): HTMLElement | null {
  const user = find(post.handle);
  if (!user) return null;
  const face = avatar({ user, size: 'x96', edgePx: 40, href: `/${user.handle}` });
  const body = div(
    'post-body',
    byline(user, post),
    h(
      'div',
      { dir: 'auto', class: 'post-text', 'data-testid': 'tweetText' },
      h('span', {}, post.text),
    ),
    post.picture && media(post.picture),
    post.quote && quoteCard(post.quote, find),
    actions(post),
  );
  const faceBox = h('div', { class: 'post-face', 'data-testid': 'Tweet-User-Avatar' }, face);
  const article = h(
    'article',
    { class: 'post', role: 'article', tabindex: '0', 'data-testid': 'tweet' },
    faceBox,
    body,
  );
  return h('div', { 'data-testid': 'cellInnerDiv' }, article);
}

function byline(user: PageUser, post: PagePost): HTMLElement {
  const name = link(`/${user.handle}`, { class: 'name' }, h('span', {}, user.name));
  if (user.verified) name.append(badge(icons.verified, icons.tick));
  return div(
    'byline',
    h(
      'div',
      { class: 'who', 'data-testid': 'User-Name' },
      name,
      link(`/${user.handle}`, { class: 'quiet', tabindex: '-1' }, h('span', {}, `@${user.handle}`)),
      h('span', { class: 'quiet', 'aria-hidden': 'true' }, '·'),
      link(
        `/${user.handle}/status/${post.id}`,
        { class: 'quiet' },
        h('time', { datetime: new Date(post.atMs).toISOString() }, ageOf(post.atMs)),
      ),
    ),
    h(
      'button',
      { class: 'round-button caret', 'aria-label': 'More', 'data-testid': 'caret' },
      icon(icons.dots),
    ),
  );
}

function media(file: string): HTMLElement {
  const image = h('img', { src: `/client-web/${file}`, alt: 'Image', draggable: 'true' });
  return h('div', { class: 'post-media', 'data-testid': 'tweetPhoto' }, image);
}

/** A quoted post: its avatar is no link, so only the test id names its owner (x-dom 0.3). */
function quoteCard(quote: NonNullable<PagePost['quote']>, find: FindUser): HTMLElement | null {
  const user = find(quote.handle);
  if (!user) return null;
  const face = h(
    'div',
    { 'data-testid': 'Tweet-User-Avatar' },
    avatar({ user, size: 'mini', edgePx: 24, href: null }),
  );
  const who = h(
    'div',
    { class: 'who', 'data-testid': 'User-Name' },
    h('span', { class: 'name' }, user.name),
    h('span', { class: 'quiet' }, `@${user.handle}`),
  );
  return h(
    'div',
    { class: 'quote', role: 'link', tabindex: '0' },
    div('quote-head', face, who),
    text('post-text', quote.text),
  );
}

function actions(post: PagePost): HTMLElement {
  const { replies, reposts, likes, views } = post.counts;
  const one = (id: string, label: string, path: string, count: number): HTMLElement =>
    h(
      'button',
      { class: `post-action ${id}`, 'data-testid': id, 'aria-label': `${count} ${label}` },
      icon(path),
      h('span', { 'data-testid': 'app-text-transition-container' }, shortCount(count)),
    );
  return h(
    'div',
    { class: 'post-actions', role: 'group' },
    one('reply', 'replies', icons.reply, replies),
    one('retweet', 'reposts', icons.repost, reposts),
    one('like', 'likes', icons.like, likes),
    one('views', 'views', icons.views, views),
    h(
      'span',
      { class: 'post-ends' },
      h(
        'button',
        { class: 'post-action bookmark', 'data-testid': 'bookmark', 'aria-label': 'Bookmark' },
        icon(icons.bookmark),
      ),
      h('button', { class: 'post-action share', 'aria-label': 'Share' }, icon(icons.share)),
    ),
  );
}
