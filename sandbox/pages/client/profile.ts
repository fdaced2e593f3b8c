import type { PageUser } from '../page-data-types.ts';
import { avatar } from './avatar.ts';
import { badge, div, h, icon, link, text } from './dom.ts';
import { fullCount, hostOf, joinedText } from './format.ts';
import { icons } from './icons.ts';
import { picture } from './picture.ts';

/** A profile's header, new nodes each time (x-dom 1.1). */
export function profileHeader(user: PageUser, own: boolean, signedIn: boolean): HTMLElement {
  const row = div('header-row', face(user));
  // Visitors without a session get no actions block at all.
  if (signedIn) row.append(profileActions(user, own));
  return div('profile-header', bannerLink(user), div('profile-main', row, ...about(user)));
}

function face(user: PageUser): HTMLElement {
  return avatar({
    user,
    size: 'large',
    edgePx: null,
    href: `/${user.handle}/photo`,
    alt: 'Opens profile photo',
  });
}

function bannerLink(user: PageUser): HTMLElement {
  const box = user.banner
    ? picture({
        src: user.banner,
        alt: '',
        placeholder: 'rgba(207,217,222,1.00)',
        heightPercent: 100 / 3,
      })
    : div('box');
  box.classList.add('banner-box');
  const href = user.banner ? `/${user.handle}/header_photo` : '/settings/profile';
  return link(href, { class: 'banner', 'aria-hidden': 'true', tabindex: '-1' }, box);
}

/** The block whose row the buttons stand in. */
export function profileActions(user: PageUser, own: boolean): HTMLElement {
  return own ? div('actions', editButton()) : div('actions', ...otherButtons(user));
}

export function editButton(): HTMLElement {
  return link(
    '/settings/profile',
    { class: 'pill', 'data-testid': 'editProfileButton' },
    h('div', { dir: 'ltr', class: 'pill-label' }, h('span', {}, h('span', {}, 'Edit profile'))),
  );
}

function otherButtons(user: PageUser): HTMLElement[] {
  const round = (id: string, label: string, path: string): HTMLElement =>
    h(
      'button',
      {
        class: 'pill pill-round',
        'data-testid': id,
        'aria-label': label,
        'aria-haspopup': 'menu',
        type: 'button',
      },
      icon(path),
    );
  const follow = h(
    'button',
    {
      class: 'pill pill-filled',
      'data-testid': `${user.id}-follow`,
      'aria-label': `Follow @${user.handle}`,
      type: 'button',
    },
    h('div', { dir: 'ltr', class: 'pill-label' }, h('span', {}, h('span', {}, 'Follow'))),
  );
  return [
    round('userActions', 'More', icons.dots),
    round('sendDMFromProfile', 'Message', icons.mail),
    h('div', { 'data-testid': 'placementTracking' }, div('', follow)),
  ];
}

function about(user: PageUser): HTMLElement[] {
  const name = div('profile-name', h('span', {}, h('span', {}, user.name)));
  if (user.verified) name.append(badge(icons.verified, icons.tick));
  const blocks = [
    h(
      'div',
      { class: 'profile-names', 'data-testid': 'UserName' },
      name,
      div('quiet', h('span', {}, `@${user.handle}`)),
    ),
  ];
  if (user.description) {
    const words = text('', user.description);
    words.setAttribute('data-testid', 'UserDescription');
    blocks.push(div('profile-block', words));
  }
  return [...blocks, div('profile-block', items(user)), div('profile-counts', ...counts(user))];
}

function items(user: PageUser): HTMLElement {
  const item = (id: string, path: string, words: string): HTMLElement =>
    h(
      'span',
      { class: 'item', role: 'presentation', 'data-testid': id },
      icon(path),
      h('span', {}, words),
    );
  const box = h('div', { class: 'items quiet', 'data-testid': 'UserProfileHeader_Items' });
  if (user.location) box.append(item('UserLocation', icons.place, user.location));
  if (user.url) {
    const target = h('a', {
      class: 'accent',
      href: user.url,
      rel: 'noopener noreferrer nofollow',
      target: '_blank',
    });
    target.append(hostOf(user.url));
    box.append(h('span', { class: 'item', 'data-testid': 'UserUrl' }, icon(icons.chain), target));
  }
  box.append(item('UserJoinDate', icons.calendar, joinedText(user.joinedMs)));
  return box;
}

function counts(user: PageUser): HTMLElement[] {
  const one = (path: string, count: number, words: string): HTMLElement =>
    div(
      '',
      link(
        `/${user.handle}/${path}`,
        { class: 'count' },
        h('span', { class: 'strong' }, fullCount(count)),
        ' ',
        h('span', { class: 'quiet' }, words),
      ),
    );
  return [
    one('following', user.following, 'Following'),
    one('verified_followers', user.followers, 'Followers'),
  ];
}
