import { div, h, link } from './dom.ts';
import { picture } from './picture.ts';
import type { PageUser } from '../page-data-types.ts';

export interface AvatarOptions {
  user: PageUser;
  size: keyof PageUser['avatar'];
  /** Edge in px; null where the style sheet decides. */
  edgePx: number | null;
  /** Where a click leads; null for the avatars that are no links: quotes, the account switcher. */
  href: string | null;
  alt?: string;
}

/** The nest of boxes around every avatar (x-dom 1.1), least of them of any use, all of them there. */
export function avatar(options: AvatarOptions): HTMLElement {
  const { user, size, edgePx, href, alt = '' } = options;
  const image = picture({
    src: user.avatar[size],
    alt,
    placeholder: 'rgba(185,202,211,1.00)',
  });
  const layers = [
    div('av-layer', div('av-back')),
    h('div', { class: 'av-layer av-round' }, image),
    div('av-layer av-round av-shade', div('av-hover')),
  ];
  const clickable = href
    ? link(href, { class: 'av-link', ...(alt ? {} : { 'aria-hidden': 'true', tabindex: '-1' }) })
    : h('div', { role: 'presentation', class: 'av-link' });
  clickable.append(...layers);
  return h(
    'div',
    {
      class: 'avatar',
      'data-testid': `UserAvatar-Container-${user.handle}`,
      style: edgePx === null ? null : `width: ${edgePx}px; height: ${edgePx}px;`,
    },
    h('div', { style: 'padding-bottom: 100%;' }),
    div(
      'fill',
      div('av-frame', h('div', { style: 'padding-bottom: 100%;' }), div('fill', clickable)),
    ),
  );
}
