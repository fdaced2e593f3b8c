import { browser } from 'wxt/browser';
import { parseImageUrl } from '../domain/image-urls/image-urls.ts';

const useAsAvatar = 'use-as-avatar';
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
 * Puts 'Use as avatar' into the menu of every image, and 'Avatar sizes' into that of X's avatars and banners.
 * Menus outlive the worker: once an install is enough.
 */
export const createMenus = (): void => {
  browser.contextMenus.create({ id: useAsAvatar, title: 'Use as avatar', contexts: ['image'] });
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

/** Calls back with the address of an image whose 'Use as avatar' was chosen, and whether in a private window. */
export const onUseAsAvatar = (listener: OnImage): void => onChosen(useAsAvatar, listener);

/** The same for 'Avatar sizes', only with addresses of avatars, banners and default pictures of X. */
export const onAvatarSizes = (listener: OnImage): void =>
  onChosen(avatarSizes, (address, isPrivate) => {
    if (parseImageUrl(address)) listener(address, isPrivate);
  });
