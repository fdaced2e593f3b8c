import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import type { SandboxControl } from '../../sandbox/control.ts';
import { ask, avatarOf, item, items, openSizes, person, status } from '../support/sizes-tab.ts';
import { test } from '../support/world.ts';

/** What the card of one size says, and what the very file of the sandbox weighs. */
const compareWithFile = async (page: Page, control: SandboxControl, handle: string) => {
  const bytes = await person(control, handle).picture?.bytes();
  if (!bytes) throw new Error(`${handle} has a picture`);
  const { width, height, format } = await sharp(bytes).metadata();
  const weight = `${Math.round(bytes.length / 1000)} kB`;
  const words = await item(page, 'original').innerText();
  expect(words).toContain(`${width} × ${height} · ${format.toUpperCase()} · ${weight}`);
};

/** Pictures are fetched as anybody would fetch them; nobody is told who asks. */
const expectPlainFetches = (control: SandboxControl): void => {
  const asked = control.wire.requests().filter(({ host }) => host.startsWith('pbs.'));
  expect(asked.length).toBeGreaterThan(0);
  for (const { headers, authorization } of asked) {
    expect(authorization).toBeNull();
    expect(headers.map(([name]) => name)).not.toContain('cookie');
    expect(headers.map(([name]) => name)).not.toContain('referer');
  }
};

describe('the tab Sizes', () => {
  test.for(['studio.html', 'popup.html'] as const)(
    'of %s shows a person, a picture, the default picture and a lost size, in light and dark',
    async (file, { world }) => {
      const { control } = world;
      await world.addAccount();
      const page = await openSizes(world, file);

      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await ask(page, '@night_tram');
        await status(page, 'All 18 sizes');
        expect(await items(page, 'avatar').count()).toBe(8);
        expect(await items(page, 'banner').count()).toBe(10);
        await compareWithFile(page, control, 'night_tram');
        expect(await item(page, 'bigger').innerText()).toContain('73 × 73 · JPEG');
        expect(await item(page, 'ipad_retina').innerText()).toContain('1252 × 626 · JPEG');
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth > innerWidth,
        );
        expect(tooWide).toBe(false);

        await ask(page, 'https://x.com/blank_slate');
        await status(page, 'All 8 sizes');
        await page.getByText(/has no picture of their own\. This is X’s default picture/).waitFor();
        await page.getByText('@blank_slate has no banner.').waitFor();

        control.addFault({
          kind: 'status',
          status: 404,
          match: { host: 'pbs.twimg.com', path: '_bigger' },
        });
        await ask(page, avatarOf(control, 'copper_kettle'));
        await status(page, '7 of 8 sizes are there');
        expect(await item(page, 'bigger').innerText()).toContain('Gone from X (404)');
        await page.getByText(/does not say whose picture/).waitFor();
        await page.getByLabel('Handle of its owner').fill('copper_kettle');
        await page.keyboard.press('Enter');
        await page.getByText(/still names this very picture/).waitFor();
      }
      expectPlainFetches(control);
    },
  );

  test('looks a replaced avatar up anew, by v2 where users/show is refused', async ({ world }) => {
    const { control } = world;
    await world.addAccount();
    const page = await openSizes(world);
    control.addFault({
      kind: 'status',
      status: 453,
      count: 'always',
      match: { path: 'users/show' },
    });
    const old = avatarOf(control, 'night_tram');
    const picture = { mime: 'image/png' as const, bytes: () => greenSquare };
    control.world.pictures.showLater(
      person(control, 'night_tram'),
      'avatar',
      picture,
      Date.now(),
      0,
    );
    const fresh = avatarOf(control, 'night_tram');
    expect(fresh).not.toBe(old);

    await ask(page, old);
    await status(page, '0 of 8 sizes are there');
    await page.getByLabel('Handle of its owner').fill('@night_tram');
    await page.keyboard.press('Enter');
    await page.getByText(/This is the one shown now/).waitFor();
    await status(page, 'All 8 sizes');
    const link = page.getByRole('link', { name: 'Open in a tab: normal' });
    expect(await link.getAttribute('href')).toBe(fresh);
    const api = control
      .calls()
      .filter(({ host, path }) => host === 'api.x.com' && /users\//.test(path));
    expect(api.map(({ path, status: code }) => [path, code])).toEqual([
      ['/1.1/users/show.json', 403],
      ['/2/users/by/username/night_tram', 200],
    ]);
    expect(api.map(({ cookies }) => cookies)).toEqual([undefined, undefined]);
    expect(api[1]?.verified).toBe(true);
  });

  test('without an account an address works, and a handle leads to the settings', async ({
    world,
  }) => {
    const page = await openSizes(world);
    await ask(page, avatarOf(world.control, 'copper_kettle'));
    await status(page, 'All 8 sizes');
    await ask(page, 'copper_kettle');
    await page.getByText(/needs an account on X with keys/).waitFor();
    const opened = world.browser.context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open settings' }).click();
    await (await opened).waitForURL(/options\.html/);
    expect(world.control.calls().filter(({ host }) => host.startsWith('api.'))).toEqual([]);
  });

  test('gives a size away: its address, the picture, a file, the frame of the studio', async ({
    world,
  }) => {
    const { control } = world;
    const page = await openSizes(world);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await ask(page, avatarOf(control, 'night_tram'));
    await status(page, 'All 8 sizes');

    await page.getByRole('button', { name: 'Copy address: 400x400' }).click();
    await status(page, 'Address copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      control.world.avatarUrl(person(control, 'night_tram'), '400x400'),
    );

    await page.getByRole('button', { name: 'Copy image: 200x200' }).click();
    await status(page, 'Picture copied');
    const copied = await page.evaluate(async () => {
      const [first] = await navigator.clipboard.read();
      const blob = await first?.getType('image/png');
      const { width, height } = await createImageBitmap(blob ?? new Blob());
      return [width, height];
    });
    expect(copied).toEqual([200, 200]);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save: original' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-original\.jpg$/);
    const bytes = await person(control, 'night_tram').picture?.bytes();
    expect((await readFile(await download.path())).equals(Buffer.from(bytes ?? []))).toBe(true);

    await page.getByRole('button', { name: 'Use as avatar' }).click();
    await page.getByRole('application', { name: 'Frame your picture' }).waitFor();
    await page
      .getByText(/640 × 640/)
      .first()
      .waitFor();
  });
});

const greenSquare = sharp({
  create: { width: 400, height: 400, channels: 3, background: '#2a6' },
})
  .png()
  .toBuffer();
