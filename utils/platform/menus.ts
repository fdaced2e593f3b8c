import { browser } from 'wxt/browser';

const useAsAvatar = 'use-as-avatar';

/** Puts 'Use as avatar' into the menu of every image. Menus outlive the worker: once an install is enough. */
export const createMenus = (): void => {
  browser.contextMenus.create({ id: useAsAvatar, title: 'Use as avatar', contexts: ['image'] });
};

/** Calls back with the address of an image whose 'Use as avatar' was chosen, and whether in a private window. */
export const onUseAsAvatar = (listener: (address: string, isPrivate: boolean) => void): void => {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === useAsAvatar && info.srcUrl) {
      listener(info.srcUrl, tab?.incognito === true);
    }
  });
};
