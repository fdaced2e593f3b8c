import type { PageUser } from '../page-data-types.ts';
import { avatar } from './avatar.ts';
import { div, h, icon } from './dom.ts';
import { icons } from './icons.ts';
import { picture } from './picture.ts';

/** `/Handle/photo`: the picture in full over the profile, which stays where it was. */
export function photoOverlay(user: PageUser, close: () => void): HTMLElement {
  const box = picture({
    src: user.avatar.large,
    alt: 'Image',
    placeholder: 'rgba(185,202,211,1.00)',
  });
  box.classList.add('photo-large');
  return mask(close, box);
}

export function bannerOverlay(user: PageUser, close: () => void): HTMLElement {
  const src = user.banner ?? '';
  const box = picture({ src, alt: 'Image', placeholder: 'rgba(0,0,0,0)', heightPercent: 100 / 3 });
  box.classList.add('banner-large');
  return mask(close, box);
}

/** X's edit dialog as far as its outline goes: three file inputs, the banner's first (x-dom 4). */
export function editOverlay(user: PageUser, close: () => void): HTMLElement {
  const file = (): HTMLElement =>
    h('input', {
      type: 'file',
      'data-testid': 'fileInput',
      accept: 'image/jpeg,image/png,image/webp',
      class: 'file',
    });
  const face = avatar({ user, size: 'large', edgePx: 112, href: null });
  face.setAttribute('data-testid', 'UserAvatar-Container-unknown');
  const save = h(
    'button',
    {
      class: 'pill pill-filled pill-small',
      'data-testid': 'Profile_Save_Button',
      type: 'button',
      onClick: close,
    },
    'Save',
  );
  const dialog = h(
    'div',
    { class: 'dialog', role: 'dialog', 'aria-modal': 'true' },
    div('dialog-head', closeButton(close), h('h2', {}, 'Edit profile'), save),
    div('dialog-banner', file()),
    div('dialog-face', face, file(), file()),
    field('displayName', 'Name', user.name),
    field('location', 'Location', user.location),
  );
  return mask(close, dialog);
}

function field(name: string, label: string, value: string): HTMLElement {
  return h(
    'label',
    { class: 'field' },
    h('span', { class: 'quiet small' }, label),
    h('input', { name, value }),
  );
}

function closeButton(close: () => void): HTMLElement {
  return h(
    'button',
    {
      class: 'round-button',
      'aria-label': 'Close',
      'data-testid': 'app-bar-close',
      type: 'button',
      onClick: close,
    },
    icon(icons.close),
  );
}

function mask(close: () => void, content: HTMLElement): HTMLElement {
  const box = h('div', { class: 'mask', 'data-testid': 'mask' }, content);
  box.addEventListener('click', (event) => {
    if (event.target === box) close();
  });
  return box;
}
