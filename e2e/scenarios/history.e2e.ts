import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { SandboxControl } from '../../sandbox/control.ts';
import { pictureFile } from '../support/pictures.ts';
import { openStudio } from '../support/playwright-page.ts';
import { studioPage } from '../pages/studio-page.ts';
import { firefoxTest, test, type World } from '../support/world.ts';

const shown = async ({ world }: SandboxControl): Promise<Buffer> => {
  const bytes = await world.signedIn.picture?.bytes();
  if (!bytes) throw new Error('the account has the default picture');
  return Buffer.from(bytes);
};

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const items = (page: Page) => page.getByRole('list', { name: 'Your pictures' }).locator('> li');
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const bar = (page: Page) => page.getByRole('progressbar').waitFor();

/** The studio after a swap from a file has become live, with what X showed before it. */
const afterSwap = async (world: World, file: string) => {
  await world.addAccount();
  const before = await shown(world.control);
  const { page, studio } = await openStudio(world.browser);
  await studio.choose(file);
  await studio.swap();
  await studio.waitUntilLive();
  return { page, studio, before, after: await shown(world.control) };
};

/** The newest job as the extension has it stored. */
const newestJobId = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opened = indexedDB.open('facelift');
        opened.onsuccess = () => {
          const all = opened.result.transaction('jobs').objectStore('jobs').getAll();
          all.onsuccess = () => {
            const jobs = all.result as { id: string; createdAtMs: number }[];
            opened.result.close();
            resolve(jobs.toSorted((a, b) => b.createdAtMs - a.createdAtMs)[0]?.id ?? '');
          };
        };
      }),
  );

firefoxTest()(
  'in Firefox, too, Undo swap brings the picture before back, byte for byte',
  async ({ world }) => {
    const { browser, control } = world;
    await world.addAccount();
    const before = await shown(control);
    const studio = studioPage(await browser.open(browser.extensionPage('studio.html')));
    await studio.choose(await pictureFile('olive', '#607020'));
    await studio.swap();
    await studio.waitUntilLive();
    await studio.screen.press('Undo swap');
    await studio.screen.waitForText('progressbar', /Uploading/);
    await studio.waitUntilLive();
    expect((await shown(control)).equals(before)).toBe(true);
    control.assertUploads(2);
  },
);

describe('the picture before a swap', () => {
  test('comes back by Undo swap, byte for byte; both are in the history and can be used again', async ({
    world,
  }) => {
    const { control, handle } = world;
    const { page, studio, before, after } = await afterSwap(
      world,
      await pictureFile('amber', '#c08010'),
    );
    expect(after.equals(before)).toBe(false);

    await press(page, 'Undo swap');
    await bar(page);
    await studio.waitUntilLive();
    expect((await shown(control)).equals(before)).toBe(true);
    control.assertUploads(2);

    await tab(page, 'History').click();
    await expect.poll(() => items(page).count()).toBe(2);
    const [first, second] = await items(page).allInnerTexts();
    expect(first).toMatch(/Saved before a swap/);
    expect(first).toContain(`@${handle}`);
    expect(second).toMatch(/^amber\.jpg[\s\S]*Set with Facelift/);

    await press(page, 'Use again: amber.jpg');
    await studio.waitUntilReady();
    await press(page, 'Use as it is');
    await bar(page);
    await studio.waitUntilLive();
    expect((await shown(control)).equals(after)).toBe(true);
    control.assertUploads(3);
    control.wire.assertNoOverlaps();

    // To and fro: still the two pictures there ever were, fetched once.
    await tab(page, 'History').click();
    expect(await items(page).count()).toBe(2);
    const originals = control
      .calls()
      .filter(({ path }) => /^\/profile_images\/\d+\/[^/]+$/.test(path))
      .filter(({ path }) => !/_(?:normal|bigger|mini|x96|\d+x\d+|reasonably_small)\./.test(path));
    expect(originals).toHaveLength(1);
  });

  test('comes back from the notification, too', async ({ world }) => {
    const { page, studio, before } = await afterSwap(world, await pictureFile('teal', '#108080'));
    const jobId = await newestJobId(page);
    const background = await world.browser.background();
    // Notifications lie outside every page; what their button sets off is real from here on.
    await background.evaluate((id) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          notifications: { onButtonClicked: { dispatch(id: string, button: number): void } };
        };
      };
      chrome.notifications.onButtonClicked.dispatch(id, 0);
    }, jobId);
    await bar(page);
    await studio.waitUntilLive();
    expect((await shown(world.control)).equals(before)).toBe(true);
    world.control.assertUploads(2);
  });

  test("which was X's default one cannot come back, and the result says so", async ({ world }) => {
    const { control } = world;
    await world.addAccount();
    control.world.pictures.remove(control.world.signedIn, 'avatar');
    const { page, studio } = await openStudio(world.browser);
    await studio.choose(await pictureFile('plum', '#602050'));
    await studio.swap();
    await studio.waitUntilLive();
    await page.getByText("X's default picture").waitFor();
    expect(await page.getByRole('button', { name: 'Undo swap' }).count()).toBe(0);
  });

  test('that X no longer has does not hold up the swap, and the result says so', async ({
    world,
  }) => {
    world.control.addFault({
      kind: 'status',
      status: 404,
      count: 'always',
      match: { host: 'pbs.twimg.com' },
    });
    await world.addAccount();
    const { page, studio } = await openStudio(world.browser);
    await studio.choose(await pictureFile('plum', '#602050'));
    await studio.swap();
    await studio.waitUntilLive();
    await page.getByText('X no longer had the picture before').waitFor();
  });
});

test('the history goes into one file, is deleted, and comes back from it', async ({ world }) => {
  const { page } = await afterSwap(world, await pictureFile('amber', '#c08010'));
  await tab(page, 'History').click();
  await press(page, /^More for amber/);
  await page.getByLabel('Name', { exact: true }).fill('Amber days');
  await press(page, 'Rename');
  await press(page, /^More for Amber days/);
  await press(page, 'Pin');
  await page.keyboard.press('Escape');
  const words = await items(page).allInnerTexts();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^facelift-history-\d{4}-\d\d-\d\d\.zip$/);
  const file = await download.path();

  await press(page, 'Delete all');
  await press(page, 'Yes, delete all');
  await page.getByText('No pictures yet').waitFor();

  await page.getByLabel('Import', { exact: true }).setInputFiles(file);
  await page.getByText('2 pictures imported.').waitFor();
  expect(await items(page).allInnerTexts()).toEqual(words);

  await page.getByLabel('Import', { exact: true }).setInputFiles(file);
  await page.getByText('0 pictures imported, 2 already here.').waitFor();
});
