import { describe, expect } from 'vitest';
import { version1 } from '../../utils/platform/storage/fixtures/version-1.ts';
import { migrations } from '../../utils/platform/storage/migrations.ts';
import { chromiumScreen } from '../chromium.ts';
import { openOptions } from '../pages/options-page.ts';
import { studioPage } from '../pages/studio-page.ts';
import { extensionDump, openBarePage } from '../support/extension-storage.ts';
import { clickNotice, recordedNotices, recordNotices } from '../support/notices.ts';
import { pictureFile } from '../support/pictures.ts';
import { openStudio } from '../support/playwright-page.ts';
import { stopBackground } from '../support/stop-background.ts';
import { waitUntil } from '../support/wait-until.ts';
import { firefoxTest, test, type World } from '../support/world.ts';
import type { RealBrowser } from '../screen.ts';

const passphrase = 'lantern copper violin moss kettle';
const shortly = { timeoutMs: 10_000 };

/** Under a passphrase and locked, a swap is begun: it waits, is unlocked in the studio, and goes through. */
const swapWhileLocked = async ({ browser, control, keys }: World<RealBrowser>): Promise<void> => {
  const options = await openOptions(browser);
  await options.addAccount(keys);
  await options.setPassphrase(passphrase);
  await options.lock();
  const studio = studioPage(await browser.open(browser.extensionPage('studio.html')));
  await studio.choose(await pictureFile('plum', '#602050'));
  const callsBefore = control.calls().filter(({ host }) => host.startsWith('api.')).length;
  await studio.swap();
  await studio.screen.waitForButton('Unlock');
  expect(control.calls().filter(({ host }) => host.startsWith('api.'))).toHaveLength(callsBefore);
  await studio.screen.type('Passphrase', passphrase);
  await studio.screen.press('Unlock');
  await studio.waitUntilLive();
  control.assertUploads(1);
};

describe('under a passphrase', () => {
  test('a swap begun while locked waits with its picture, and goes through once unlocked', ({
    world,
  }) => swapWhileLocked(world));

  firefoxTest()('the same in Firefox', ({ world }) => swapWhileLocked(world));

  test('a swap that the auto-lock overtakes asks for the passphrase by a notification, once', async ({
    world,
  }) => {
    const { browser, control, keys, handle } = world;
    control.setShowDelayOf(handle, 'never');
    const options = await openOptions(browser);
    await options.addAccount(keys);
    await options.setPassphrase(passphrase);
    await options.screen.go('about:blank');
    const { page, studio } = await openStudio(browser);
    await studio.choose(await pictureFile('plum', '#602050'));
    await studio.swap();
    await page.getByText('Checking', { exact: true }).waitFor();
    await page.close();
    const background = await browser.background();
    await recordNotices(background);
    // The minutes without use are over: it counts as locked from here on, as the alarm will find.
    await background.evaluate(`(async () => {
      const { unlockedKey } = await chrome.storage.session.get('unlockedKey');
      await chrome.storage.session.set({ unlockedKey: { ...unlockedKey, lockAtMs: Date.now() - 1 } });
      chrome.alarms.onAlarm.dispatch({ name: 'lock-keys' });
    })()`);
    const isAsked = async () => (await recordedNotices(background)).length > 0;
    // It asks when the next look is due: by then a minute may have gone.
    await waitUntil(isAsked, { timeoutMs: 90_000, what: 'the notification' });
    const wakeAgain = `chrome.alarms.onAlarm.dispatch({ name: 'swaps-due' })`;
    for (let times = 0; times < 3; times += 1) await background.evaluate(wakeAgain);
    const badge = () => background.evaluate<string>('chrome.action.getBadgeText({})');
    await waitUntil(async () => (await badge()) === '?', { ...shortly, what: 'the badge to ask' });
    const [notice, ...more] = await recordedNotices(background);
    expect(more).toEqual([]);
    expect(notice?.title).toBe(`Unlock Facelift to finish the swap of @${handle}`);

    const opened = browser.context.waitForEvent('page');
    await clickNotice(background, notice?.id ?? '');
    const asking = studioPage(chromiumScreen(await opened));
    await asking.screen.type('Passphrase', passphrase);
    await asking.screen.press('Unlock');
    control.showNow(handle);
    await asking.waitUntilLive();
    control.assertUploads(1);
    await waitUntil(async () => (await badge()) === '', { ...shortly, what: 'the badge to go' });
  });

  test('nothing stored opens the keys while locked; the open key is only in memory', async ({
    world,
  }) => {
    const { browser, keys } = world;
    const options = await openOptions(browser);
    await options.addAccount(keys);
    expect((await extensionDump(browser)).stores['vault']).toMatchObject([
      { protection: 'profile', key: 'a key, extractable: false' },
    ]);
    await options.setPassphrase(passphrase);
    const unlocked = await extensionDump(browser);
    expect(Object.keys(unlocked.areas.session)).toEqual(['unlockedKey']);
    expect(unlocked.alarms).toContain('lock-keys');
    expect(unlocked.stores['vault']?.[0]).not.toHaveProperty('key');
    await options.lock();
    await waitUntil(
      async () => Object.keys((await extensionDump(browser)).areas.session).length === 0,
      { ...shortly, what: 'the open key to be forgotten' },
    );
    const locked = JSON.stringify(await extensionDump(browser));
    for (const secret of [...Object.values(keys), passphrase]) expect(locked).not.toContain(secret);
    expect(unlocked.areas.local).toEqual({});
  });

  test('wrong passphrases cost a pause that neither a reload nor a stopped worker shortens', async ({
    world,
  }) => {
    const { browser, keys } = world;
    const options = await openOptions(browser);
    await options.addAccount(keys);
    await options.setPassphrase(passphrase);
    await options.lock();
    // The fifth pause is long enough for a slow machine to see it after the restart.
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await options.screen.waitForButton('Unlock', 20_000);
      await options.tryPassphrase(`wrong ${attempt}`);
      await options.screen.waitForText('alert', /not the passphrase/);
    }
    await stopBackground(browser);
    await options.screen.go(browser.extensionPage('options.html'));
    const [page] = browser.context.pages();
    await page?.getByText(/next try is possible in/).waitFor();
    expect(await page?.getByRole('button', { name: 'Unlock' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await options.screen.waitForButton('Unlock', 30_000);
    await options.tryPassphrase(passphrase);
    await options.screen.waitForButton('Lock now');
  });
});

test('erased, it is as freshly installed', async ({ world }) => {
  const { browser, keys, handle } = world;
  const options = await openOptions(browser);
  await options.addAccount(keys);
  await options.setPassphrase(passphrase);
  await options.eraseEverything();
  const dump = await extensionDump(browser);
  expect(Object.values(dump.stores).flat()).toEqual([]);
  expect(dump.areas).toEqual({ local: {}, session: {}, sync: {} });
  expect(dump.alarms).toEqual([]);
  const [page] = browser.context.pages();
  await page?.getByText(/^None yet/).waitFor();
  await page?.getByText('Protected by this browser profile').waitFor();
  expect(await options.addAccount(keys)).toBe(handle);
});

test('keys that version 1 left in plain sight are sealed at the first start', async ({ world }) => {
  const { browser, keys, control } = world;
  const { id } = control.world.signedIn;
  const [account] = version1.records.accounts;
  const bare = await openBarePage(browser);
  const written = await bare.evaluate(
    async ({ stores, records }) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('no'));
        });
      const openOld = async (): Promise<IDBDatabase> => {
        await done(indexedDB.deleteDatabase('facelift'));
        const opening = indexedDB.open('facelift', 1);
        opening.onupgradeneeded = () => {
          for (const { name, keyPath } of stores)
            opening.result.createObjectStore(name, { keyPath });
        };
        // The background may still be starting and open its own meanwhile: then once more.
        return done(opening).catch(() => openOld());
      };
      const database = await openOld();
      const transaction = database.transaction(['accounts', 'secrets'], 'readwrite');
      await done(transaction.objectStore('accounts').put(records.account));
      await done(transaction.objectStore('secrets').put(records.secret));
      database.close();
      return database.version;
    },
    {
      stores: version1.stores.map(({ name, keyPath }) => ({ name, keyPath })),
      records: { account: { ...account, id }, secret: { accountId: id, keys } },
    },
  );
  await bare.close();
  // The background may wake at any moment and bring it up to date: it was of the old version as it was written.
  expect(written).toBe(1);

  const studio = studioPage(await browser.open(browser.extensionPage('studio.html')));
  await studio.choose(await pictureFile('moss', '#506030'));
  await studio.swap();
  await studio.waitUntilLive();
  control.assertUploads(1);
  const dump = await extensionDump(browser);
  expect(dump.version).toBe(migrations.at(-1)?.to);
  expect(dump.stores['secrets']).toMatchObject([{ accountId: id, version: 1 }]);
  for (const secret of Object.values(keys)) expect(JSON.stringify(dump)).not.toContain(secret);
});
