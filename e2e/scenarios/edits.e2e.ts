import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { averageColour, pictureFile, uploadedPicture } from '../support/pictures.ts';
import { openStudio } from '../support/playwright-page.ts';
import {
  animationFile,
  cornerColours,
  cornersFile,
  drawingFile,
  heicFile,
} from '../support/special-pictures.ts';
import { test } from '../support/world.ts';

describe('what is sent is what was made of the picture', () => {
  test('turned and flipped', async ({ world }) => {
    await world.addAccount();
    const { studio } = await openStudio(world.browser);
    await studio.choose(await cornersFile());
    await studio.screen.press('Turn right');
    await studio.screen.press('Flip left to right');
    await studio.screen.press('Flip left to right');
    await studio.screen.press('Undo');
    await studio.waitUntilReady();
    await studio.swap();
    await studio.waitUntilLive();
    const { bytes } = await uploadedPicture(world.control);
    // Turned: blue, red, green, white clockwise. Flipped once, after the undo of the second flip.
    expect(await cornerColours(bytes)).toEqual(['#f00', '#00f', '#fff', '#0f0']);
  });

  test('in the format that was chosen', async ({ world }) => {
    await world.addAccount();
    const { page, studio } = await openStudio(world.browser);
    await studio.choose(await pictureFile('grain', '#806040'));
    await page.getByLabel('File format').selectOption({ label: 'PNG' });
    await studio.waitUntilReady();
    await expect.poll(() => page.getByText(/400 × 400 · PNG/).count()).toBeGreaterThan(0);
    await studio.swap();
    await studio.waitUntilLive();
    const { metadata } = await uploadedPicture(world.control);
    expect(metadata).toMatchObject({ format: 'png', width: 400, height: 400 });
  });

  test('larger than X shows, which X keeps as the original', async ({ world }) => {
    await world.addAccount();
    const { page, studio } = await openStudio(world.browser);
    await studio.choose(await pictureFile('larger', '#605080'));
    await page.getByLabel('File format').selectOption({ label: 'Larger' });
    await page.getByText(/^700 × 700 · /).waitFor();
    await studio.swap();
    await studio.waitUntilLive();
    const { upload, bytes, metadata } = await uploadedPicture(world.control);
    expect(upload).toMatchObject({ widthPx: 700, heightPx: 700 });
    expect(metadata).toMatchObject({ width: 700, height: 700 });
    expect(bytes.length).toBeLessThan(700_000);
    const shown = world.control.world.avatarUrl(world.control.world.signedIn, 'original');
    const served = await page.context().newPage();
    await served.goto(shown);
    expect(await served.evaluate(() => document.images[0]?.naturalWidth)).toBe(700);
    await served.goto(world.control.world.avatarUrl(world.control.world.signedIn, '400x400'));
    expect(await served.evaluate(() => document.images[0]?.naturalWidth)).toBe(400);
  });

  test('the still of an animation that was picked', async ({ world }) => {
    await world.addAccount();
    const { page, studio } = await openStudio(world.browser);
    await studio.choose(await animationFile());
    const stills = page.getByLabel('Still of the animation');
    await stills.focus();
    await page.keyboard.press('End');
    await studio.waitUntilReady();
    await expect.poll(() => stills.inputValue()).toBe('1');
    await studio.swap();
    await studio.waitUntilLive();
    const [red, , blue] = await averageColour((await uploadedPicture(world.control)).bytes);
    expect(blue).toBeGreaterThan(red + 150);
  });
});

describe('more sources', () => {
  test('a drawing, without what it would load', async ({ world }) => {
    await world.addAccount();
    const { studio } = await openStudio(world.browser);
    await studio.choose(await drawingFile());
    await studio.swap();
    await studio.waitUntilLive();
    const [red, green, blue] = await averageColour((await uploadedPicture(world.control)).bytes);
    expect(green).toBeGreaterThan(red + blue + 40);
    const elsewhere = world.control.calls().filter(({ host }) => host === 'pictures.example');
    expect(elsewhere).toEqual([]);
  });

  test('a pasted address', async ({ world }) => {
    const { page } = await openStudio(world.browser);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('https://pictures.example/open.jpg'));
    await page.keyboard.press('ControlOrMeta+V');
    await page.getByText('from 1200 × 900').waitFor();
  });

  test('a format that cannot be read is refused by its name, whatever the file is called', async ({
    world,
  }) => {
    const { studio } = await openStudio(world.browser);
    await studio.screen.chooseFile('Choose image', await heicFile());
    expect(await studio.waitForAlert()).toMatch(/HEIC/);
  });
});

test('without any account, the picture can be saved', async ({ world }) => {
  const { page, studio } = await openStudio(world.browser);
  await studio.screen.chooseFile('Choose image', await pictureFile('saved', '#307060'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save picture' }).click(),
  ]);
  const bytes = await readFile(await download.path());
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 400, height: 400, format: 'jpeg' });
  expect(download.suggestedFilename()).toMatch(/\.jpg$/);
});
