import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newJob } from '../domain/swap-steps.ts';
import { ada, keysOf } from '../domain/testing/accounts.ts';
import { listAccounts } from './account-store.ts';
import { storeBlob, storeHandoff } from './blob-store.ts';
import { closeDatabase, database } from './database.ts';
import { eraseEverything } from './erase.ts';
import { saveJob } from './job-store.ts';
import { saveAccount } from './secrets/account-secrets.ts';
import { chooseAutoLock } from './secrets/auto-lock.ts';
import { setPassphrase } from './secrets/passphrase.ts';
import { securityState } from './secrets/vault.ts';
import { databaseName } from './storage/open.ts';
import { dumpRaw } from './testing/frozen.ts';

const cacheNames = new Set<string>();
const cleared: string[] = [];
const removed: unknown[] = [];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  cacheNames.clear();
  cleared.length = 0;
  removed.length = 0;
  // The fake browser knows neither of these; what is asked of them is what is looked at.
  vi.stubGlobal('caches', {
    keys: async () => [...cacheNames],
    delete: async (name: string) => cacheNames.delete(name),
  });
  vi.spyOn(browser.notifications, 'getAll').mockResolvedValue({ 'job-1': true } as never);
  vi.spyOn(browser.notifications, 'clear').mockImplementation((async (id: string) => {
    cleared.push(id);
    return true;
  }) as never);
  vi.spyOn(browser.permissions, 'getAll').mockResolvedValue({
    origins: ['https://api.x.com/*', 'https://x.com/*', 'https://social.example/*'],
  } as never);
  vi.spyOn(browser.permissions, 'remove').mockImplementation((async (what: unknown) => {
    removed.push(what);
    return true;
  }) as never);
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    host_permissions: ['https://api.x.com/*'],
    content_scripts: [{ matches: ['https://x.com/*'] }],
  } as never);
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await closeDatabase();
});

const fill = async (): Promise<void> => {
  await saveAccount(ada, keysOf('ada'));
  await setPassphrase('lantern copper violin moss');
  await chooseAutoLock(240);
  const blobKey = await storeBlob(new Blob(['picture']));
  await saveJob(
    newJob({ id: 'j', accountId: '1', handle: 'ada_paints', kind: 'avatar', blobKey }, 1),
  );
  await storeHandoff('https://pictures.example/a.jpg', new Blob(['picture']));
  await browser.alarms.create('swaps-due', { when: Date.now() + 60_000 });
  await browser.storage.local.set({ left: 'over' });
  cacheNames.add('pictures');
};

test('nothing is left of anything, and the extension works as freshly installed', async () => {
  await fill();
  await eraseEverything();
  expect(await indexedDB.databases()).toEqual([]);
  expect(await browser.storage.session.get(null)).toEqual({});
  expect(await browser.storage.local.get(null)).toEqual({});
  expect(await browser.alarms.getAll()).toEqual([]);
  expect([...cacheNames]).toEqual([]);
  expect(cleared).toEqual(['job-1']);
  expect(removed).toEqual([{ origins: ['https://social.example/*'] }]);
  expect(await listAccounts()).toEqual([]);
  expect(await securityState()).toEqual({
    protection: 'profile',
    isLocked: false,
    autoLockMinutes: 15,
    notBeforeMs: null,
  });
  expect(await saveAccount(ada, keysOf('ada'))).toMatchObject({ ok: true });
});

test('a page that holds on to the database keeps nothing of it', async () => {
  await fill();
  const { version } = await database();
  const holding = await openDB(databaseName, version);
  await eraseEverything();
  const left = await Promise.all(
    [...holding.objectStoreNames].map((store) => holding.count(store as never)),
  );
  expect(left.every((count) => count === 0)).toBe(true);
  holding.close();
});

test('a database that cannot be opened is erased too', async () => {
  await fill();
  await closeDatabase();
  const { version } = await dumpRaw();
  (await openDB(databaseName, version + 1)).close();
  await eraseEverything();
  expect(await indexedDB.databases()).toEqual([]);
  expect(await listAccounts()).toEqual([]);
});
