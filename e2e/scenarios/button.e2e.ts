import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openProfile } from '../pages/profile-page.ts';
import { pause } from '../support/wait-until.ts';
import { test, type World } from '../support/world.ts';

/** What the sandbox's pages offer to tests: see sandbox/pages/client/main.ts. */
type SandboxWindow = Window & {
  __sandbox: {
    go(href: string): Promise<void>;
    rerenderHeader(what?: 'header' | 'actions' | 'edit'): void;
  };
};

// The sandbox draws its header late, and once more a second later.
const settleMs = 1_800;

const button = (page: Page) => page.getByRole('button', { name: 'Swap avatar', exact: true });

const pageOf = ({ browser }: World, address: string): Page => {
  const page = browser.context.pages().find((one) => one.url() === address);
  if (!page) throw new Error(`${address} is open`);
  return page;
};

const openPage = async (world: World, address: string): Promise<Page> => {
  await world.browser.open(address);
  return pageOf(world, address);
};

const go = (page: Page, href: string): Promise<void> =>
  page.evaluate((to) => (window as unknown as SandboxWindow).__sandbox.go(to), href);

describe("the button on one's own profile", () => {
  test.for(['x.com', 'twitter.com'])('is there exactly once on %s', async (host, { world }) => {
    await openProfile(world.browser, world.handle, host);
    const page = pageOf(world, `https://${host}/${world.handle}`);
    await button(page).waitFor();
    await pause(settleMs);
    expect(await button(page).count()).toBe(1);
  });

  test('stays exactly once when X draws its header anew', async ({ world }) => {
    const page = await openPage(world, `https://x.com/${world.handle}`);
    await button(page).waitFor();
    await pause(settleMs);
    for (const what of ['header', 'actions', 'edit', 'header'] as const) {
      await page.evaluate(
        (part) => (window as unknown as SandboxWindow).__sandbox.rerenderHeader(part),
        what,
      );
      await button(page).waitFor();
      await pause(300);
      expect(await button(page).count()).toBe(1);
    }
  });

  test('comes and goes with the route, without a reload', async ({ world }) => {
    const { handle } = world;
    const page = await openPage(world, 'https://x.com/home');
    await pause(settleMs);
    expect(await button(page).count()).toBe(0);
    await go(page, `/${handle}`);
    await button(page).waitFor();
    await go(page, '/night_tram');
    await button(page).waitFor({ state: 'detached' });
    await pause(settleMs);
    expect(await button(page).count()).toBe(0);
    await page.goBack();
    await button(page).waitFor();
    await go(page, `/${handle}/with_replies`);
    await pause(settleMs);
    expect(await button(page).count()).toBe(1);
    await go(page, '/home');
    await button(page).waitFor({ state: 'detached' });
  });

  test("is absent on other people's profiles and for those who are signed out", async ({
    world,
  }) => {
    for (const address of [
      'https://x.com/night_tram',
      `https://x.com/${world.handle}?session=none`,
    ]) {
      const page = await openPage(world, address);
      await page
        .getByText(address.includes('night_tram') ? 'Night Tram' : 'Ada Paints')
        .first()
        .waitFor();
      await pause(settleMs);
      expect(await button(page).count()).toBe(0);
    }
  });

  test('opens the studio for that account', async ({ world }) => {
    await world.addAccount();
    const profile = await openProfile(world.browser, world.handle);
    const studio = await profile.pressSwap();
    const page = pageOf(world, await studio.screen.address());
    await page.getByText(`@${world.handle}`).first().waitFor();
  });
});
