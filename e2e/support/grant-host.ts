import type { Chromium } from '../chromium.ts';

/**
 * Lets the extension have a host once it asks. The browser's question is a window of its own that no driver
 * can press, so the yes is given beforehand, on the browser's own page of extensions; the extension has
 * nothing of it until it asks on a click.
 */
export const grantHost = async (browser: Chromium, pattern: string): Promise<void> => {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    `chrome.developerPrivate.addHostPermission(${JSON.stringify(browser.extensionId)}, ${JSON.stringify(pattern)})`,
  );
  await page.close();
};

/** Hosts that the extension has now. */
export const grantedHosts = async (browser: Chromium): Promise<readonly string[]> => {
  const background = await browser.background();
  return background.evaluate<string[]>(
    'chrome.permissions.getAll().then(({ origins }) => origins ?? [])',
  );
};
