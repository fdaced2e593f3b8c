import { expect } from 'vitest';
import { chromiumScreen } from '../chromium.ts';
import { studioPage } from '../pages/studio-page.ts';
import { extensionDump } from '../support/extension-storage.ts';
import { test } from '../support/world.ts';

interface MenuEvent {
  dispatch(
    info: { readonly menuItemId: string; readonly srcUrl: string },
    tab: { readonly incognito: boolean },
  ): void;
}

test('a picture taken from a private window is swapped, and nothing of it is kept', async ({
  world,
}) => {
  const { browser, control } = world;
  await world.addAccount();
  const opened = browser.context.waitForEvent('page');
  const background = await browser.background();
  // The menu lies outside every page: its event is set off as the browser does for a private tab.
  await background.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { contextMenus: { onClicked: MenuEvent } };
    };
    chrome.contextMenus.onClicked.dispatch(
      { menuItemId: 'use-as-avatar', srcUrl: 'https://pictures.example/open.jpg' },
      { incognito: true },
    );
  });
  const page = await opened;
  await page.waitForURL(/studio\.html\?.*private/);
  const studio = studioPage(chromiumScreen(page));
  await studio.waitUntilReady();
  await studio.swap();
  await studio.waitUntilLive();
  control.assertUploads(1);
  await page.getByText('From a private window no picture is kept').waitFor();

  const pictures = control.calls().filter(({ path }) => path.startsWith('/profile_images/'));
  expect(pictures.filter(({ path }) => !/_(?:bigger|400x400|normal)\./.test(path))).toEqual([]);
  const { stores } = await extensionDump(browser);
  expect(stores['history']).toEqual([]);
  expect(stores['blobs']).toEqual([]);
  expect(stores['handoffs']).toEqual([]);
  expect(JSON.stringify(stores)).not.toContain('pictures.example');
});
