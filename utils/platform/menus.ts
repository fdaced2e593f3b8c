import { browser } from 'wxt/browser';

const useAsAvatar = 'use-as-avatar';

/** Puts 'Use as avatar' into the menu of every image. Menus outlive the worker: once an install is enough. */
export const createMenus = (): void => {
  browser.contextMenus.create({ id: useAsAvatar, title: 'Use as avatar', contexts: ['image'] });
};

/** Calls back with the address of an image whose 'Use as avatar' was chosen. */
export const onUseAsAvatar = (listener: (address: string) => void): void => {
  browser.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId === useAsAvatar && info.srcUrl) listener(info.srcUrl);
  });
};
