import { describe, expect } from 'vitest';
import { chromiumScreen } from '../chromium.ts';
import { studioPage } from '../pages/studio-page.ts';
import { uploadedPicture } from '../support/pictures.ts';
import { test, type World } from '../support/world.ts';

interface MenuEvent {
  dispatch(info: { readonly menuItemId: string; readonly srcUrl: string }, tab: object): void;
}

/**
 * Chooses 'Use as avatar' for an image. The browser's own menu lies outside every page and cannot be clicked
 * without a screen, so its event is set off in the background worker: from there on all is real.
 */
const useAsAvatar = async ({ browser }: World, srcUrl: string) => {
  const opened = browser.context.waitForEvent('page');
  const background = await browser.background();
  await background.evaluate((address) => {
    const { chrome } = globalThis as unknown as {
      chrome: { contextMenus: { onClicked: MenuEvent } };
    };
    chrome.contextMenus.onClicked.dispatch({ menuItemId: 'use-as-avatar', srcUrl: address }, {});
  }, srcUrl);
  const page = await opened;
  await page.waitForURL(/studio\.html\?.*handoff=/);
  return { page, studio: studioPage(chromiumScreen(page)) };
};

describe("'Use as avatar' on an image of any page", () => {
  test('is in the menu of images, once', async ({ world }) => {
    const background = await world.browser.background();
    const findMenu = () =>
      background.evaluate(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { contextMenus: { update(id: string, change: object): Promise<void> } };
        };
        // There is no list of menus to read; updating one that is missing fails.
        return chrome.contextMenus.update('use-as-avatar', {}).then(() => 'there', String);
      });
    // It is put in when the browser says that the extension was installed: a moment after the start.
    await expect.poll(findMenu, { timeout: 10_000 }).toBe('there');
  });

  test('opens an image that any page may fetch, and the swap works', async ({ world }) => {
    await world.addAccount();
    const { studio } = await useAsAvatar(world, 'https://pictures.example/open.jpg');
    await studio.waitUntilReady();
    await studio.swap();
    await studio.waitUntilLive();
    expect((await uploadedPicture(world.control)).metadata).toMatchObject({
      width: 400,
      height: 400,
    });
  });

  test("opens somebody's avatar on X in its full size", async ({ world }) => {
    await world.addAccount();
    const { control } = world;
    const person = control.world.userByHandle('night_tram');
    if (!person) throw new Error('The sandbox has this user');
    const { studio } = await useAsAvatar(world, control.world.avatarUrl(person, 'normal'));
    await studio.waitUntilReady();
    const key = person.picture?.key ?? '';
    const asked = control.calls().filter(({ path }) => path.includes(key));
    expect(asked.map(({ path }) => path)).toEqual([expect.stringMatching(`/${key}\\.\\w+$`)]);
  });

  test.for(['closed.jpg', 'hotlink.jpg', 'empty.jpg'])(
    'says what to do when %s cannot be had',
    async (name, { world }) => {
      const { studio } = await useAsAvatar(world, `https://pictures.example/${name}`);
      const words = await studio.waitForAlert();
      expect(words).toMatch(/pictures\.example/);
      expect(words).toMatch(/copy the image and paste it here/i);
    },
  );
});
