import type { RealBrowser } from '../screen.ts';
import { dumpExtension, type ExtensionDump } from './extension-storage.ts';
import { waitUntil } from './wait-until.ts';

/** Everything the extension keeps right now, read in one of its own pages. */
export const dumpInFirefox = async (browser: RealBrowser): Promise<ExtensionDump> => {
  const page = await browser.open(browser.extensionPage('options.html'));
  const isThere = async (): Promise<boolean> =>
    (await page.address()).includes('options.html') &&
    (await page.run<boolean>("document.readyState === 'complete'"));
  await waitUntil(isThere, { timeoutMs: 15_000, what: 'a page of the extension' });
  const dump = await page.run<ExtensionDump>(dumpExtension);
  await page.close();
  return dump;
};
