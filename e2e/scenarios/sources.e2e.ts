import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { averageColour, pictureFile, textFile, uploadedPicture } from '../support/pictures.ts';
import { copyPicture, dropFile, openStudio } from '../support/playwright-page.ts';
import { test } from '../support/world.ts';

describe('a picture comes into the studio', () => {
  test('by drop', async ({ world }) => {
    await world.addAccount();
    const { page, studio } = await openStudio(world.browser);
    await dropFile(page, await pictureFile('red', '#c02020'));
    await studio.waitUntilReady();
    await studio.swap();
    await studio.waitUntilLive();
    const [red, green, blue] = await averageColour((await uploadedPicture(world.control)).bytes);
    expect(red).toBeGreaterThan(green + blue);
  });

  test('by paste', async ({ world }) => {
    await world.addAccount();
    const { page, studio } = await openStudio(world.browser);
    const file = await readFile(await pictureFile('green', '#20a030'));
    await copyPicture(page, await sharp(file).png().toBuffer());
    await page.keyboard.press('ControlOrMeta+V');
    await studio.waitUntilReady();
    await studio.swap();
    await studio.waitUntilLive();
    const [red, green, blue] = await averageColour((await uploadedPicture(world.control)).bytes);
    expect(green).toBeGreaterThan(red + blue);
  });

  test('not from a file that is no image: the one before it is kept', async ({ world }) => {
    await world.addAccount();
    const { studio } = await openStudio(world.browser);
    await studio.choose(await pictureFile('blue', '#2030b0'));
    await studio.screen.chooseFile('Choose image', await textFile());
    const words = await studio.waitForAlert();
    expect(words).toMatch(/not (an image|a picture)|no (image|picture)/i);
    expect(words).toMatch(/still here/);

    await studio.waitUntilReady();
    await studio.swap();
    await studio.waitUntilLive();
    const [red, green, blue] = await averageColour((await uploadedPicture(world.control)).bytes);
    expect(blue).toBeGreaterThan(red + green);
  });
});
