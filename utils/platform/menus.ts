import { browser } from 'wxt/browser';
import type { PictureKind } from '../domain/picture.ts';
import { parseImageUrl } from '../domain/image-urls/image-urls.ts';

const useAsAvatar = 'use-as-avatar';
const useAsBanner = 'use-as-banner';
const avatarSizes = 'avatar-sizes';

/** Where X has kept avatars and banners; what a menu cannot tell apart, `onAvatarSizes` does. */
const picturesOfX = [
  '*://*.twimg.com/profile_images/*',
  '*://*.twimg.com/profile_banners/*',
  '*://*.twimg.com/sticky/default_profile_images/*',
  '*://*.akamaihd.net/profile_images/*',
  '*://s3.amazonaws.com/twitter_production/profile_images/*',
];

/**
 * Puts 'Use as avatar' and 'Use as banner' into the menu of every image, and 'Avatar sizes' into that of X's avatars and banners.
 * Menus outlive the worker: once an install is enough.
 */
export const createMenus = (): void => {
  browser.contextMenus.create({ id: useAsAvatar, title: 'Use as avatar', contexts: ['image'] });
  browser.contextMenus.create({ id: useAsBanner, title: 'Use as banner', contexts: ['image'] });
  browser.contextMenus.create({
    id: avatarSizes,
    title: 'Avatar sizes',
    contexts: ['image'],
    targetUrlPatterns: picturesOfX,
  });
};

type OnImage = (address: string, isPrivate: boolean) => void;

const onChosen = (id: string, listener: OnImage): void => {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === id && info.srcUrl) listener(info.srcUrl, tab?.incognito === true);
  });
};

/**
 * Calls back with the kind of picture that an image was chosen for in its menu, the image's address, and
 * whether in a private window.
 */
export const onUseImage = (
  listener: (kind: PictureKind, ...image: Parameters<OnImage>) => void,
): void => {
  onChosen(useAsAvatar, (...image) => listener('avatar', ...image));
  onChosen(useAsBanner, (...image) => listener('banner', ...image));
};

/** The same for 'Avatar sizes', only with addresses of avatars, banners and default pictures of X. */
export const onAvatarSizes = (listener: OnImage): void =>
  onChosen(avatarSizes, (address, isPrivate) => {
    if (parseImageUrl(address)) listener(address, isPrivate);
  });
