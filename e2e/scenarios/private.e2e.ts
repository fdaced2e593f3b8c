import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumScreen } from '../chromium.ts';
import { studioPage, type StudioPage } from '../pages/studio-page.ts';
import { extensionDump, type ExtensionDump } from '../support/extension-storage.ts';
import { dumpInFirefox } from '../support/firefox-storage.ts';
import { allowPrivateWindows, openPrivateWindow } from '../support/firefox-window.ts';
import { allowIncognito, incognitoFlags, openIncognito } from '../support/incognito.ts';
import { pictureFile } from '../support/pictures.ts';
import { waitUntil } from '../support/wait-until.ts';
import { chromiumTest, firefoxTest, test } from '../support/world.ts';

interface MenuEvent {
  dispatch(
    info: { readonly menuItemId: string; readonly srcUrl: string },
    tab: { readonly incognito: boolean },
  ): void;
}

const expectNothingKept = ({ stores }: ExtensionDump): void => {
  expect(stores['history']).toEqual([]);
  expect(stores['blobs']).toEqual([]);
  expect(stores['handoffs']).toEqual([]);
  expect(JSON.stringify(stores)).not.toMatch(/pictures\.example|night\.jpg/);
};

const forgetAfterMs = 10 * 60_000;

/** Ten minutes later the record of the swap goes too; the worker's clock is put forward, and it is woken. */
const letTimePass = (background: Worker): Promise<void> =>
  background.evaluate(`(() => {
    const now = Date.now;
    Date.now = () => now() + ${forgetAfterMs + 1000};
    chrome.alarms.onAlarm.dispatch({ name: 'history-tidy' });
  })()`);

const swapNight = async (studio: StudioPage): Promise<void> => {
  await studio.choose(await pictureFile('night', '#102040'));
  await studio.swap();
  await studio.waitUntilLive();
};

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
  expectNothingKept(await extensionDump(browser));
});

const profileDir = await mkdtemp(join(tmpdir(), 'facelift-incognito-'));

chromiumTest({ chromiumFlags: incognitoFlags, profileDir })(
  'from a real incognito window: nothing of the swap is written down, and its record goes, too',
  async ({ world, onTestFinished }) => {
    onTestFinished(() => rm(profileDir, { recursive: true, force: true, maxRetries: 5 }));
    const { browser, control, handle } = world;
    await allowIncognito(browser);
    await world.addAccount();
    const { page, leave } = await openIncognito(browser, profileDir, `https://x.com/${handle}`);
    const button = await page.waitForSelector('>>> [aria-label="Swap avatar"]');
    const opened = browser.context.waitForEvent('page');
    await button?.click();
    // Chrome shows pages of the extension in an ordinary window; the address says where it came from.
    const studio = await opened;
    await studio.waitForURL(/studio\.html\?.*private/);
    await swapNight(studioPage(chromiumScreen(studio)));
    control.assertUploads(1);
    await leave();
    const after = await extensionDump(browser);
    expectNothingKept(after);
    expect(after.stores['jobs']).toMatchObject([{ isPrivate: true, state: 'live' }]);
    await letTimePass(await browser.background());
    const isForgotten = async () => (await extensionDump(browser)).stores['jobs']?.length === 0;
    await waitUntil(isForgotten, { timeoutMs: 10_000, what: 'the record to be forgotten' });
  },
);

firefoxTest()(
  'from a real private window of Firefox: swapped, and nothing of it is written down',
  async ({ world }) => {
    const { browser, control, handle } = world;
    await allowPrivateWindows(browser);
    await world.addAccount();
    const tab = browser.screenOf(await openPrivateWindow(browser));
    // The window's own first page may still be on its way and cut this one short.
    const isThere = (): Promise<boolean> =>
      tab.go(`https://x.com/${handle}`).then(
        () => true,
        () => false,
      );
    await waitUntil(isThere, { timeoutMs: 20_000, what: 'the profile in the private window' });
    const studio = await browser.tabOpenedBy(() => tab.press('Swap avatar'), 'studio.html');
    expect(await studio.address()).toMatch(/private=1/);
    await swapNight(studioPage(studio));
    control.assertUploads(1);
    const after = await dumpInFirefox(browser);
    expectNothingKept(after);
    expect(after.stores['jobs']).toMatchObject([{ isPrivate: true, state: 'live' }]);
    const originals = control
      .calls()
      .filter(({ path }) => /^\/profile_images\/\d+\/[^_]+$/.test(path));
    expect(originals).toEqual([]);
  },
);
