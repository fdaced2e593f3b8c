import type { Worker } from 'playwright-core';
import { describe, expect } from 'vitest';
import { samplePhoto } from '../../scripts/sample-photo.ts';
import { openProfile } from '../pages/profile-page.ts';
import { studioPage } from '../pages/studio-page.ts';
import type { RealBrowser } from '../screen.ts';
import { pictureFile, uploadedPicture } from '../support/pictures.ts';
import { openStudio } from '../support/playwright-page.ts';
import { chromiumTest, firefoxTest, openFirefoxWorld, test, type World } from '../support/world.ts';

const isHelper = (worker: Worker): boolean => /strips/.test(worker.url());

/** As privacy modes do it: a level changed here and there, in whatever is read. Runs in a worker. */
const alterWhatIsRead = (): void => {
  const proto = OffscreenCanvasRenderingContext2D.prototype;
  const honest = proto.getImageData;
  proto.getImageData = function getImageData(...where: Parameters<typeof honest>) {
    const read = honest.apply(this, where);
    for (let at = 0; at < read.data.length; at += 97) read.data[at] = (read.data[at] ?? 0) ^ 1;
    return read;
  };
};

/** The bytes that reach X for a photo, chosen and swapped by hand. */
const sentFor = async ({ world }: { readonly world: World<RealBrowser> }): Promise<Uint8Array> => {
  await world.addAccount();
  const screen = await world.browser.open(world.browser.extensionPage('studio.html'));
  const studio = studioPage(screen);
  await studio.choose(await samplePhoto());
  await studio.swap();
  await studio.waitUntilLive();
  return (await uploadedPicture(world.control)).bytes;
};

const resisting = firefoxTest({ firefoxPrefs: { 'privacy.resistFingerprinting': true } });

describe('Firefox that resists fingerprinting', () => {
  resisting('sends the very pixels that any other Firefox sends', async ({ world }) => {
    const profile = await openProfile(world.browser, world.handle);
    // Web pages read altered pixels: the setting is on.
    expect(await profile.screen.givesBackPixels()).toBe(false);
    const guarded = await sentFor({ world });

    const plain = await openFirefoxWorld();
    try {
      const other = await openProfile(plain.world.browser, plain.world.handle);
      expect(await other.screen.givesBackPixels()).toBe(true);
      expect(Buffer.compare(guarded, await sentFor(plain))).toBe(0);
    } finally {
      await plain.close();
    }
  });
});

describe('a browser that alters what is read', () => {
  test('is told of before anything can be sent', async ({ world }) => {
    const { control, browser } = world;
    await world.addAccount();
    const { page, studio } = await openStudio(browser);
    // The one that opens pictures and, where there are processors for it, its helper.
    await expect.poll(() => page.workers().some((worker) => !isHelper(worker))).toBe(true);
    await Promise.all(page.workers().map((worker) => worker.evaluate(alterWhatIsRead)));
    await studio.screen.chooseFile('Choose image', await pictureFile('altered', '#806040'));
    await studio.waitForAlert(/alters pictures/);
    const swap = page.getByRole('button', { name: 'Swap avatar', exact: true });
    await page.getByText(/^400 × 400/).waitFor();
    expect(await swap.isDisabled()).toBe(true);
    control.assertUploads(0);

    await studio.screen.press('Go on all the same');
    await studio.swap();
    await studio.waitUntilLive();
    control.assertUploads(1);
  });
});

const unreadable = chromiumTest({ chromiumFlags: ['--disable-reading-from-canvas'] });

describe('a browser that lets nothing be read', () => {
  unreadable('says so, and sends nothing', async ({ world }) => {
    await world.addAccount();
    const { studio } = await openStudio(world.browser);
    await studio.screen.chooseFile('Choose image', await pictureFile('unreadable', '#406080'));
    const words = await studio.waitForAlert();
    expect(words).toContain('does not let Facelift read pictures');
    world.control.assertUploads(0);
  });
});
