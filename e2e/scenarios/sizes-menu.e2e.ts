import { describe, expect } from 'vitest';
import { person, status } from '../support/sizes-tab.ts';
import { test, type World } from '../support/world.ts';

interface MenuEvent {
  dispatch(info: { readonly menuItemId: string; readonly srcUrl: string }, tab: object): void;
}

describe("'Avatar sizes' in the menu of a picture", () => {
  /** The browser's own menu lies outside every page: its event is set off in the background worker. */
  const choose = async ({ browser }: World, srcUrl: string): Promise<void> => {
    const background = await browser.background();
    await background.evaluate((address) => {
      const { chrome } = globalThis as unknown as {
        chrome: { contextMenus: { onClicked: MenuEvent } };
      };
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'avatar-sizes', srcUrl: address }, {});
    }, srcUrl);
  };

  test('opens the studio with that picture; other images are not taken', async ({ world }) => {
    const { control, browser } = world;
    await choose(world, 'https://pictures.example/open.jpg');
    const opened = browser.context.waitForEvent('page');
    const banner = control.world.bannerUrl(person(control, 'night_tram'), '600x200') ?? '';
    await choose(world, banner);
    const page = await opened;
    await page.waitForURL(/studio\.html\?.*sizes=/);
    await status(page, 'All 10 sizes');
    expect(await page.getByLabel('Handle or picture address').inputValue()).toBe(banner);
    expect(await page.getByRole('tab', { name: 'Sizes' }).getAttribute('aria-selected')).toBe(
      'true',
    );
    expect(control.calls().filter(({ host }) => host === 'pictures.example')).toEqual([]);
  });

  test('is in the menu', async ({ world }) => {
    const background = await world.browser.background();
    const findMenu = () =>
      background.evaluate(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { contextMenus: { update(id: string, change: object): Promise<void> } };
        };
        return chrome.contextMenus.update('avatar-sizes', {}).then(() => 'there', String);
      });
    await expect.poll(findMenu, { timeout: 10_000 }).toBe('there');
  });
});
