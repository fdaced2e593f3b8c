import { browser } from 'wxt/browser';

/** Marks an address of the studio that was opened from a private window. */
export const privateMark = 'private';

const isWindowPrivate = async (): Promise<boolean> => {
  try {
    // A popup of Chrome runs in the ordinary profile even over a private window: only the window tells.
    return (await browser.windows.getCurrent()).incognito;
  } catch {
    return false;
  }
};

/**
 * Whether this page of the extension belongs to a private window, or was opened from one: Chrome shows a
 * tab of the extension in an ordinary window then, and the address says where it came from.
 */
export const isPrivatePage = async (): Promise<boolean> =>
  browser.extension.inIncognitoContext ||
  new URLSearchParams(location.search).has(privateMark) ||
  (await isWindowPrivate());
