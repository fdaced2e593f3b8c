import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import type { SandboxControl } from '../../sandbox/control.ts';
import { samplePhoto } from '../../scripts/sample-photo.ts';
import { openOptions } from '../pages/options-page.ts';
import { openProfile } from '../pages/profile-page.ts';
import { studioPage } from '../pages/studio-page.ts';
import { alignment } from '../support/alignment.ts';
import { pictureFile } from '../support/pictures.ts';
import { openStudio } from '../support/playwright-page.ts';
import { firefoxTest, test, type World } from '../support/world.ts';

const shown = async ({ world }: SandboxControl): Promise<Buffer> => {
  const bytes = await world.signedIn.banner?.bytes();
  if (!bytes) throw new Error('the account has no banner');
  return Buffer.from(bytes);
};

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const bar = (page: Page) => page.getByRole('progressbar').waitFor();
const chooseFormat = (page: Page, name: string) =>
  page.getByRole('combobox', { name: 'File format' }).selectOption({ label: name });

/** The studio on its banner tab, for the signed-in account. */
const openBanner = async (world: World, file: 'studio.html' | 'popup.html' = 'studio.html') => {
  await world.addAccount();
  const opened = await openStudio(world.browser, file);
  await opened.studio.makeBanner();
  return opened;
};

describe('a banner', () => {
  test('goes from a photo to the profile, and comes back by Undo swap', async ({ world }) => {
    const { control, handle, browser } = world;
    const { page, studio } = await openBanner(world);
    const profile = await openProfile(browser, handle);
    await profile.screen.mark();
    await studio.screen.front();
    const before = await shown(control);
    await studio.choose(await samplePhoto());
    await studio.swap();
    await studio.waitUntilLive();
    const now = await shown(control);
    expect(await sharp(now).metadata()).toMatchObject({ width: 1500, height: 500 });
    expect(control.uploads()).toMatchObject([{ kind: 'banner' }]);
    const url = control.world.bannerUrl(control.world.signedIn) ?? '';
    await profile.screen.front();
    await profile.waitUntilBannerShown(url);
    expect(await profile.screen.isMarked()).toBe(true);

    await studio.screen.front();
    await press(page, 'Undo swap');
    await bar(page);
    await studio.waitUntilLive();
    const { shift, decibels } = await alignment(await shown(control), before);
    expect(shift).toEqual([0, 0]);
    expect(decibels).toBeGreaterThan(40);
  });

  test('cropped by X is the same picture as cropped here, to a pixel', async ({ world }) => {
    const { control } = world;
    const { page, studio } = await openBanner(world);
    await studio.choose(await samplePhoto());
    await page.getByRole('application').focus();
    for (const key of ['+', '+', '+', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'r', 'h']) {
      await page.keyboard.press(key);
    }
    await studio.waitUntilReady();
    await studio.swap();
    await studio.waitUntilLive();
    const here = await shown(control);

    await page.getByRole('application').focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
    await chooseFormat(page, 'Let X crop');
    await page.getByText(/^X cuts out/).waitFor();
    await studio.waitUntilReady();
    await studio.swap();
    await bar(page);
    await studio.waitUntilLive();
    const call = control
      .calls()
      .findLast(({ path }) => path.endsWith('update_profile_banner.json'));
    expect(call).toMatchObject({ status: 201, verified: true });
    const byX = await shown(control);
    expect(await sharp(byX).metadata()).toMatchObject({ width: 1500, height: 500 });
    const { shift, decibels } = await alignment(here, byX);
    expect(shift).toEqual([0, 0]);
    expect(decibels).toBeGreaterThan(30);
  });

  test('is taken away after a question, and comes back', async ({ world }) => {
    const { control } = world;
    const { page, studio } = await openBanner(world, 'popup.html');
    const before = await shown(control);
    await press(page, 'Remove banner');
    await press(page, 'Keep');
    await press(page, 'Remove banner');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await bar(page);
    await studio.waitUntilLive();
    expect(control.world.signedIn.banner).toBeNull();
    control.assertUploads(0);
    await press(page, 'Undo swap');
    await bar(page);
    await studio.waitUntilLive();
    const { shift, decibels } = await alignment(await shown(control), before);
    expect([shift, decibels > 40]).toEqual([[0, 0], true]);
  });

  test('on two accounts at once is set, and taken away again', async ({ world }) => {
    const { browser, control, handle } = world;
    const other = control.world.accountOf('studio_nine');
    if (!other) throw new Error('The sandbox has this account');
    await world.addAccount();
    await (await openOptions(browser)).addAccount(other.keys);
    const { page, studio } = await openStudio(browser);
    await page.emulateMedia({ colorScheme: 'dark' });
    await studio.makeBanner();
    await page.getByRole('button', { name: /^Account: / }).click();
    await page.getByRole('checkbox', { name: '@studio_nine' }).check();
    await page.keyboard.press('Escape');
    await studio.choose(await pictureFile('olive', '#607020'));
    await studio.swap();
    await studio.screen.waitForText('status', /Live on all 2 accounts/, 60_000);
    control.assertUploads(1, { account: handle });
    control.assertUploads(1, { account: 'studio_nine' });

    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowUp');
    await press(page, 'Remove banner');
    await page.getByText(/and 1 more will have no banner/).waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('progressbar').first().waitFor();
    await studio.screen.waitForText('status', /Live on all 2 accounts/, 60_000);
    for (const one of [handle, 'studio_nine']) {
      expect(control.world.userByHandle(one)?.banner).toBeNull();
    }
  });

  test('where there was none before, Undo swap leaves none', async ({ world }) => {
    const { control } = world;
    control.world.pictures.remove(control.world.signedIn, 'banner');
    const { page, studio } = await openBanner(world);
    await studio.choose(await pictureFile('amber', '#c08010'));
    await page.getByText(/Only 900 × 300 pixels/).waitFor();
    await studio.swap();
    await studio.waitUntilLive();
    expect(control.world.signedIn.banner).not.toBeNull();
    await press(page, 'Undo swap');
    await press(page, 'Remove');
    await bar(page);
    await studio.waitUntilLive();
    expect(control.world.signedIn.banner).toBeNull();
  });

  test('that X refuses is told in words, and nothing is lost', async ({ world }) => {
    const { control } = world;
    const match = { path: 'update_profile_banner' };
    control.addFault({ kind: 'status', status: 422, body: 'empty', match });
    control.addFault({ kind: 'status', status: 400, body: 'empty', match });
    const { page, studio } = await openBanner(world);
    await studio.choose(await pictureFile('teal', '#108080'));
    await studio.swap();
    expect(await studio.waitForAlert(/could not resize/)).toMatch(/smaller file format/);
    await press(page, 'Try again');
    await studio.waitForAlert(/received no picture, or could not read it/);
    await press(page, 'Try again');
    await studio.waitUntilLive();
    control.assertUploads(1);
  });
});

firefoxTest()('in Firefox, too, a banner goes to Live', async ({ world }) => {
  const { browser, control } = world;
  await world.addAccount();
  const studio = studioPage(await browser.open(browser.extensionPage('studio.html')));
  await studio.makeBanner();
  await studio.choose(await samplePhoto());
  await studio.swap();
  await studio.waitUntilLive();
  expect(await sharp(await shown(control)).metadata()).toMatchObject({ width: 1500, height: 500 });
});
