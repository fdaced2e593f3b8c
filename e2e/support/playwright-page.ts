import type { Page } from 'playwright-core';
import { chromiumScreen, type Chromium } from '../chromium.ts';
import { studioPage, type StudioPage } from '../pages/studio-page.ts';

/** A page of the extension with the driver's own view of it, for what a screen cannot do. */
export interface ExtensionPage {
  readonly page: Page;
  readonly studio: StudioPage;
}

export const openStudio = async (
  browser: Chromium,
  file: 'studio.html' | 'popup.html' = 'studio.html',
): Promise<ExtensionPage> => {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionPage(file));
  return { page, studio: studioPage(chromiumScreen(page)) };
};

/** Drops a file from outside the browser onto the middle of the page, as the system would. */
export const dropFile = async (page: Page, file: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  const where = { x: size.width / 2, y: size.height / 2 };
  const copy = 1;
  const data = { items: [], files: [file], dragOperationsMask: copy };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...where, data });
  }
  await session.detach();
};

/** Puts a picture on the clipboard as a page's 'copy image' does: as PNG. */
export const copyPicture = async (page: Page, png: Uint8Array): Promise<void> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const blob = new Blob([bytes], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  }, Buffer.from(png).toString('base64'));
};
