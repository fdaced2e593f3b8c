import { browser } from 'wxt/browser';

/**
 * Where the browser sends sign-ins back to: `https://<id>.chromiumapp.org/` or
 * `https://<id>.extensions.allizom.org/`. No such page exists; the browser takes the answer out of the
 * address. The person registers it as a callback of their app, to the letter.
 */
export const redirectAddress = (): string => browser.identity.getRedirectURL();

/**
 * Opens a sign-in page in a window of the browser's own and resolves to the address it is sent back to;
 * null where the person closed it. For pages: the background may be stopped while a person reads.
 */
export const openSignInWindow = async (address: string): Promise<string | null> =>
  (await browser.identity
    .launchWebAuthFlow({ url: address, interactive: true })
    .catch(() => null)) ?? null;
