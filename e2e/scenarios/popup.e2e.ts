import { describe, expect } from 'vitest';
import { pictureFile, uploadedPicture } from '../support/pictures.ts';
import { openStudio } from '../support/playwright-page.ts';
import { test } from '../support/world.ts';

const popupSize = { width: 400, height: 600 };

describe('the popup', () => {
  test('does the whole job in 400 by 600 pixels', async ({ world }) => {
    await world.addAccount();
    const { page, studio } = await openStudio(world.browser, 'popup.html');
    await page.setViewportSize(popupSize);
    await studio.choose(await pictureFile('teal', '#108080'));
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(tooWide).toBe(false);
    await studio.swap();
    await studio.waitUntilLive();
    expect((await uploadedPicture(world.control)).metadata).toMatchObject({
      width: 400,
      height: 400,
    });
  });

  test('leads to the options while there is no account', async ({ world }) => {
    const { page } = await openStudio(world.browser, 'popup.html');
    const opened = world.browser.context.waitForEvent('page');
    await page.getByRole('button', { name: 'Add your X account' }).click();
    await (await opened).waitForURL(/options\.html/);
  });
});
