import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Chromium } from '../chromium.ts';
import { waitUntil } from './wait-until.ts';

/** Lets a second driver in beside Playwright, which does not see incognito windows. */
export const incognitoFlags = ['--remote-debugging-port=0'] as const;

/** Lets the extension into incognito windows, as the switch on the browser's page of extensions does. */
export const allowIncognito = async (browser: Chromium): Promise<void> => {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  const update = { extensionId: browser.extensionId, incognitoAccess: true };
  // An unpacked extension that starts anew is left off otherwise.
  await page.evaluate(
    'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })',
  );
  // The extension starts anew by that, and takes the page's answer with it.
  await page
    .evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(update)})`)
    .catch(() => undefined);
  const isAllowed = async (): Promise<boolean> => {
    const background = await browser.background();
    return background
      .evaluate<boolean>('chrome.extension.isAllowedIncognitoAccess()')
      .catch(() => false);
  };
  await waitUntil(isAllowed, { timeoutMs: 20_000, what: 'the extension to be let in' });
  await page.close();
};

/** A tab in a real incognito window, and how to let go of it. */
export interface IncognitoTab {
  readonly page: Page;
  readonly leave: () => Promise<void>;
}

const connect = async (profileDir: string): Promise<Browser> => {
  const [port] = (await readFile(join(profileDir, 'DevToolsActivePort'), 'utf8')).split('\n');
  return puppeteer.connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });
};

/** Opens an address in an incognito window. `profileDir` is the browser's profile. */
export const openIncognito = async (
  browser: Chromium,
  profileDir: string,
  address: string,
): Promise<IncognitoTab> => {
  const background = await browser.background();
  const isIncognito = await background.evaluate<boolean>(
    `chrome.windows.create({ incognito: true, url: ${JSON.stringify(address)} }).then(({ incognito }) => incognito)`,
  );
  if (!isIncognito) throw new Error('The window is not an incognito one');
  const driver = await connect(profileDir);
  let page: Page | undefined;
  const isThere = async (): Promise<boolean> => {
    page = (await driver.pages()).find((one) => one.url() === address);
    return page !== undefined;
  };
  await waitUntil(isThere, { timeoutMs: 15_000, what: 'the incognito tab' });
  if (!page) throw new Error('unreachable: the wait above ends with a page or an error');
  return { page, leave: () => driver.disconnect() };
};
