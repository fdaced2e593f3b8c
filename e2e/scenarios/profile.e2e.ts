import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openOptions } from '../pages/options-page.ts';
import { extensionDump } from '../support/extension-storage.ts';
import {
  button,
  field,
  keepShot,
  openProfile,
  save,
  sentForms,
  status,
  valueOf,
} from '../support/profile-tab.ts';
import { test, type World } from '../support/world.ts';

const passphrase = 'lantern copper violin moss kettle';
const update = { path: 'update_profile.json' };
const bio = 'Watercolours of harbours. Prints at http://shop.example/ada';

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

const namesStored = async ({ browser }: World) =>
  (await extensionDump(browser)).stores['accounts']?.map((one) => (one as { name: string }).name);

/** Code 120 with a number of its own, then a dropped line; what was typed stays through both. */
const saveAgainstOdds = async (page: Page, { control }: World): Promise<void> => {
  const message = 'Account update failed: Description is too long (maximum is 40 characters).';
  control.addFault({ kind: 'status', status: 403, code: 120, message, match: update });
  await field(page, 'Bio').fill('Watercolours of harbours, boats and weather.');
  await save(page);
  await page.getByText('X takes at most 40 characters here.').waitFor();
  expect(await field(page, 'Bio').inputValue()).toMatch(/boats and weather\.$/);
  await page.getByText('44 / 40').waitFor();
  await keepShot(page, 'too-long');
  control.addFault({ kind: 'drop-before', match: update });
  await field(page, 'Bio').fill('Harbours, boats and weather.');
  await save(page);
  await page.getByRole('alert').filter({ hasText: 'could not be reached' }).waitFor();
  expect(await field(page, 'Bio').inputValue()).toBe('Harbours, boats and weather.');
  await button(page, 'Save again').click();
  await status(page, 'Saved');
  expect(control.world.signedIn.description).toBe('Harbours, boats and weather.');
};

describe('the tab Profile', () => {
  test.for(['light', 'dark'] as const)(
    'in %s: reads, sends what changed, bears refusals, and takes it back',
    async (colorScheme, { world }) => {
      const { control } = world;
      await world.addAccount();
      const page = await openProfile(world);
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => valueOf(page, 'Website')).toBe('http://ada.example/');
      expect(await valueOf(page, 'Bio')).toBe(bio);

      await field(page, 'Name').fill('Ada Paints Boats');
      await field(page, 'Website').fill('ada.example/boats');
      await page.getByText('Will be saved as http://ada.example/boats').waitFor();
      await page.keyboard.press('Control+Enter');
      await status(page, 'Saved');
      expect(sentForms(world)).toEqual([
        {
          name: 'Ada Paints Boats',
          url: 'http://ada.example/boats',
          include_entities: 'true',
          skip_status: 'true',
        },
      ]);
      expect(await valueOf(page, 'Website')).toBe('http://ada.example/boats');
      expect(await namesStored(world)).toEqual(['Ada Paints Boats']);
      await keepShot(page, `saved-${colorScheme}`);

      await button(page, 'Undo').click();
      await status(page, 'Undone');
      expect(control.world.signedIn).toMatchObject({
        name: 'Ada Paints',
        url: 'http://ada.example/',
      });
      await saveAgainstOdds(page, world);

      await field(page, 'Location').fill('');
      await save(page);
      await page.getByText('Your location will be empty.').waitFor();
      await keepShot(page, `asks-${colorScheme}`);
      await button(page, 'Save').click();
      await status(page, 'Saved');
      expect(control.world.signedIn.location).toBe('');
      const changes = control.calls().filter(({ path }) => path.includes('update_profile'));
      const done = changes.filter(({ status: code }) => code === 200);
      expect(done.map(({ verified }) => verified)).toEqual([true, true, true, true]);
      expect(changes.every(({ cookies }) => cookies === undefined)).toBe(true);
    },
  );

  test('in the popup: closed and opened again, what was typed is still there', async ({
    world,
  }) => {
    const { control } = world;
    await world.addAccount();
    const popup = await openProfile(world, 'popup.html');
    await expect.poll(() => valueOf(popup, 'Location')).toBe('Port Lowen');
    await field(popup, 'Location').fill('Up');
    await field(popup, 'Location').pressSequentially('stream');
    await popup.close();

    control.world.signedIn.location = 'Downstream';
    const again = await openProfile(world, 'popup.html');
    await expect.poll(() => valueOf(again, 'Location')).toBe('Upstream');
    await again.getByText('On X this has changed meanwhile to:').waitFor();
    await again.getByText('Downstream').waitFor();
    expect(await isTooWide(again)).toBe(false);
    await keepShot(again, 'popup-conflict');
    await button(again, 'Keep mine').click();
    await save(again);
    await status(again, 'Saved');
    await keepShot(again, 'popup-saved');
    expect(control.world.signedIn.location).toBe('Upstream');
    await expect
      .poll(async () => (await extensionDump(world.browser)).stores['drafts'])
      .toEqual([]);
  });

  test('in the popup, under locked keys: unlocked, read; refused, in 400 pixels', async ({
    world,
  }) => {
    const { browser, control, keys } = world;
    const options = await openOptions(browser);
    await options.addAccount(keys);
    await options.setPassphrase(passphrase);
    await options.lock();
    const page = await openProfile(world, 'popup.html');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await keepShot(page, 'popup-locked');
    await button(page, 'Unlock').click();
    await expect.poll(() => valueOf(page, 'Location')).toBe('Port Lowen');
    control.addFault({ kind: 'lock', match: update });
    await field(page, 'Bio').fill('Harbours\nBoats\nWeather\nAnd what the tide brings in');
    await field(page, 'Website').fill('ada.example/boats');
    await save(page);
    await page.getByRole('alert').filter({ hasText: 'locked this account' }).waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepShot(page, 'popup-refused');
    await button(page, 'Save again').click();
    await status(page, 'Saved');
    expect(control.world.signedIn.description.split('\n')).toHaveLength(4);
  });

  test('cancelled under way, X has it as before, and the text is kept', async ({ world }) => {
    const { control } = world;
    await world.addAccount();
    const page = await openProfile(world);
    await expect.poll(() => valueOf(page, 'Location')).toBe('Port Lowen');
    control.addFault({ kind: 'slow', ms: 60_000, match: update });
    await field(page, 'Location').fill('Upstream');
    await save(page);
    await status(page, 'Saving…');
    await button(page, 'Cancel').click();
    await page.getByRole('alert').filter({ hasText: 'Saving was stopped' }).waitFor();
    expect(await valueOf(page, 'Location')).toBe('Upstream');
    expect(control.world.signedIn.location).toBe('Port Lowen');
  });

  test('a page from a private window keeps no draft', async ({ world }) => {
    const { browser } = world;
    await world.addAccount();
    const page = await browser.context.newPage();
    await page.goto(`${browser.extensionPage('studio.html')}?private=1`);
    await page.getByRole('tab', { name: 'Profile', exact: true }).click();
    await page.getByText('From a private window nothing you type here is kept.').waitFor();
    await field(page, 'Location').fill('Nowhere to be found');
    await page.getByRole('tab', { name: 'Avatar', exact: true }).click();
    await page.getByRole('tab', { name: 'Profile', exact: true }).click();
    await expect.poll(() => valueOf(page, 'Location')).toBe('Nowhere to be found');
    const { stores } = await extensionDump(browser);
    expect(stores['drafts']).toEqual([]);
    expect(JSON.stringify(stores)).not.toContain('Nowhere');
  });

  test('without an account it leads to the settings', async ({ world }) => {
    const page = await openProfile(world);
    const opened = world.browser.context.waitForEvent('page');
    await page.getByRole('tabpanel').getByRole('button', { name: 'Add your X account' }).click();
    await (await opened).waitForURL(/options\.html/);
  });
});
