import { deleteDB } from 'idb';
import { browser } from 'wxt/browser';
import { announceAll } from './changes.ts';
import { closeDatabase, database, storageProblem } from './database.ts';
import { giveBackHosts } from './host-access.ts';
import { lockKeys } from './secrets/auto-lock.ts';
import { vaultLock } from './secrets/vault-lock.ts';
import { databaseName } from './storage/open.ts';

/** Empties every store at once, whoever else has the database open. */
const emptyStores = async (): Promise<void> => {
  const opened = await database();
  const stores = [...opened.objectStoreNames];
  const transaction = opened.transaction(stores, 'readwrite');
  await Promise.all([
    ...stores.map((store) => transaction.objectStore(store).clear()),
    transaction.done,
  ]);
};

/** Removes the database itself. Where a page still holds it, the browser does so once that page lets go. */
const dropDatabase = async (): Promise<void> => {
  // One that cannot be used is not emptied first, only removed.
  if ((await storageProblem()) === null) await emptyStores();
  await closeDatabase();
  await new Promise<void>((resolve, reject) => {
    deleteDB(databaseName, { blocked: () => resolve() }).then(resolve, reject);
  });
};

const clearNotices = async (): Promise<void> => {
  const shown = Object.keys(await browser.notifications.getAll());
  await Promise.all(shown.map((id) => browser.notifications.clear(id)));
};

const clearCaches = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
};

/**
 * Erases accounts, keys, pictures, jobs, history and settings, what is unlocked, alarms, notifications,
 * caches and granted hosts: afterwards the extension is as freshly installed. Rejects where the database
 * could not be removed; everything else is then gone all the same.
 */
export const eraseEverything = async (): Promise<void> => {
  const { session, local, sync } = browser.storage;
  // First, so that a page in use does not prolong what is about to go.
  await lockKeys();
  await Promise.allSettled([
    ...[session, local, sync].map((area) => area.clear()),
    browser.alarms.clearAll(),
    clearNotices(),
    clearCaches(),
    giveBackHosts(new Set()),
  ]);
  await vaultLock(dropDatabase);
  announceAll();
};
