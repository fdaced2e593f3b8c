import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { controlBackground } from '../support/background.ts';
import { keepEvidence } from '../support/evidence.ts';
import { shareMatrix } from '../support/matrix.ts';
import { pictureFile } from '../support/pictures.ts';
import { openRow, openRowPage, type SwapRow } from '../support/swap-row.ts';
import { waitUntil } from '../support/wait-until.ts';
import { openChromiumWorld, test as freshTest, type World } from '../support/world.ts';

/*
 * What happens around a swap: the network goes and comes back, the browser has no room, two swaps of one
 * account, two pages that look at one swap.
 */

const upload = 'update_profile_image';

/** With several accounts the popup asks for whom it is. */
const chooseAccount = async (page: Page, handle: string): Promise<void> => {
  await page.getByRole('button', { name: /^Account: / }).click();
  await page.getByRole('button', { name: `Only @${handle}`, exact: true }).click();
};

let world: World;
const tally = shareMatrix(
  'network, room, two at once',
  openChromiumWorld,
  (opened) => (world = opened),
);

/** Runs in the page. */
const pressSwap = (): void =>
  document.querySelector<HTMLButtonElement>('.action__buttons .button')?.click();

const begin = async (handle: string, onFailed: (run: () => Promise<void>) => void) => {
  onFailed(() => keepEvidence(world.browser, world.control, handle));
  return openRow(world.browser, world.control, handle);
};

/** A swap that is looked at in two places, with the badge as a third. */
const beginSeenTwice = async (handle: string, onFailed: (run: () => Promise<void>) => void) => {
  const row = await begin(handle, onFailed);
  const popup = await openRowPage(world.browser, handle, 'popup.html');
  await chooseAccount(popup.page, handle);
  const background = await controlBackground(world.browser, row.page);
  return { row, popup, background, match: { path: upload, account: handle } };
};

const expectUploads = (handle: string, count: number): void => {
  world.control.assertUploads(count, { account: handle });
  world.control.wire.assertNoOverlaps();
};

describe('the network goes', () => {
  const awayAndBack = async (row: SwapRow, whileAway: () => Promise<void>): Promise<void> => {
    await row.read(/X could not be reached.*as soon as you are back online/);
    await whileAway();
    expectUploads(row.handle, 0);
    await world.browser.context.setOffline(false);
    await row.studio.waitUntilLive();
    await row.allWords();
    expectUploads(row.handle, 1);
    // Being offline is no attempt, and no reason to wait longer the next time.
    expect((await row.job())?.attempts).toBe(1);
    await row.close();
    tally.add('live', 1);
  };

  test('before the swap, and comes back', async ({ onTestFailed }) => {
    const row = await begin('offline_1', onTestFailed);
    await world.browser.context.setOffline(true);
    await row.studio.swap();
    await awayAndBack(row, async () => {
      expect(await row.job()).toMatchObject({ state: 'queued', tries: 0, attempts: 0 });
    });
  });

  test('the worker is stopped meanwhile, and the network comes back', async ({ onTestFailed }) => {
    const row = await begin('offline_2', onTestFailed);
    const background = await controlBackground(world.browser, row.page);
    await world.browser.context.setOffline(true);
    await row.studio.swap();
    await awayAndBack(row, async () => {
      await background.kill();
      const other = await openRowPage(world.browser, row.handle);
      await background.waitUntilFresh();
      await other.read(/X could not be reached/);
      await other.close();
    });
  });
});

/** Enough for an account, too little for a picture. */
const roomBytes = 60_000;

// In a browser of its own: once Chromium has found room it does not ask again for a while.
freshTest(
  'a browser without room says so, sends nothing and loses nothing',
  async ({ world: { browser, control } }) => {
    const blank = await openRowPage(browser, 'nobody');
    const session = await blank.page.context().newCDPSession(blank.page);
    const origin = `chrome-extension://${browser.extensionId}`;
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + roomBytes });
    const row = await openRow(browser, control, 'no_room');
    await row.studio.swap();
    await row.read(/no room left.*Nothing was sent, and your picture is still here/);
    expect(await row.job()).toBeNull();
    control.assertUploads(0);
    tally.add('not started', 0);

    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await row.studio.swap();
    await row.studio.waitUntilLive();
    await row.allWords();
    control.assertUploads(1);
  },
);

describe('two at once', () => {
  test('two swaps of one account, pressed in two pages, run one after the other', async ({
    onTestFailed,
  }) => {
    const row = await begin('twice', onTestFailed);
    const other = await openRowPage(world.browser, row.handle);
    await other.studio.choose(await pictureFile('teal', '#108080'));
    // Not by the driver's clicks: while it aims, the other page's swap has already taken the button's place.
    await Promise.all([row, other].map(({ page }) => page.evaluate(pressSwap)));
    const isBothIn = async (): Promise<boolean> =>
      world.control.wire.uploads({ account: row.handle }).length === 2 &&
      (await row.job())?.state === 'live';
    await waitUntil(isBothIn, { timeoutMs: 60_000, what: 'both to be live' });
    for (const page of [row, other]) {
      await page.studio.waitUntilLive();
      await page.allWords();
    }
    expectUploads(row.handle, 2);
    await Promise.all([row.close(), other.close()]);
    tally.add('live', 2);
  });

  test('a button pressed twice sends once', async ({ onTestFailed }) => {
    const row = await begin('pressed_twice', onTestFailed);
    await row.page.getByRole('button', { name: 'Swap avatar' }).dblclick();
    await row.studio.waitUntilLive();
    await row.allWords();
    expectUploads(row.handle, 1);
    await row.close();
    tally.add('live', 1);
  });

  test('popup, studio and badge tell of one swap alike, step by step', async ({ onTestFailed }) => {
    const { row, popup, background, match } = await beginSeenTwice('seen_twice', onTestFailed);
    world.control.addFault({ kind: 'slow', ms: 1_500, when: 'after', match });
    world.control.setShowDelayOf(row.handle, 'never');
    await row.studio.swap();
    const barOf = ({ page }: SwapRow) =>
      page.getByRole('progressbar').getAttribute('aria-valuetext', { timeout: 10_000 });
    for (const stage of ['Uploading', 'X is processing', 'Checking']) {
      const isThere = async (): Promise<boolean> =>
        (await barOf(row)) === stage && (await barOf(popup)) === stage;
      await waitUntil(isThere, { timeoutMs: 20_000, what: `both pages to say ${stage}` });
      expect(await background.badge()).toBe('…');
    }
    world.control.showNow(row.handle);
    await Promise.all([row.studio.waitUntilLive(), popup.studio.waitUntilLive()]);
    const isQuiet = async (): Promise<boolean> => (await background.badge()) === '';
    await waitUntil(isQuiet, { timeoutMs: 5_000, what: 'the badge to be gone' });
    for (const page of [row, popup]) await page.allWords();
    expectUploads(row.handle, 1);
    await Promise.all([row.close(), popup.close()]);
    tally.add('live', 1);
  });

  test('a refusal stays on the badge, and is told alike in both', async ({ onTestFailed }) => {
    const { row, popup, background, match } = await beginSeenTwice('refused_twice', onTestFailed);
    world.control.addFault({ kind: 'status', status: 402, body: 'problem', match });
    await row.studio.swap();
    for (const page of [row, popup]) {
      await page.read(/no credits left/);
      await page.allWords();
    }
    const isTold = async (): Promise<boolean> => (await background.badge()) === '!';
    await waitUntil(isTold, { timeoutMs: 5_000, what: 'the badge to tell' });
    expectUploads(row.handle, 0);
    await Promise.all([row.close(), popup.close()]);
    tally.add('refused', 0);
  });
});
