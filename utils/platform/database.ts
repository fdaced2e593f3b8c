import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Account, AccountKeys } from '../domain/account.ts';
import type { SwapJob } from '../domain/swap-job.ts';

/** A picture on its way from a right-click to the studio; `blob` is null where it could not be had. */
export interface Handoff {
  readonly id: string;
  readonly from: string;
  readonly blob: Blob | null;
  readonly createdAtMs: number;
}

/** All the extension keeps. It stands in the extension's own origin, which no content script can open. */
export interface FaceliftSchema extends DBSchema {
  accounts: { key: string; value: Account };
  secrets: { key: string; value: { readonly accountId: string; readonly keys: AccountKeys } };
  jobs: { key: string; value: SwapJob };
  blobs: {
    key: string;
    value: { readonly key: string; readonly blob: Blob; readonly createdAtMs: number };
  };
  handoffs: { key: string; value: Handoff };
}

export type Database = IDBPDatabase<FaceliftSchema>;

const name = 'facelift';
const version = 1;

let opened: Promise<Database> | null = null;

const open = (): Promise<Database> =>
  openDB<FaceliftSchema>(name, version, {
    upgrade(database) {
      database.createObjectStore('accounts', { keyPath: 'id' });
      database.createObjectStore('secrets', { keyPath: 'accountId' });
      database.createObjectStore('jobs', { keyPath: 'id' });
      database.createObjectStore('blobs', { keyPath: 'key' });
      database.createObjectStore('handoffs', { keyPath: 'id' });
    },
    // A newer version waits in another context: step aside, the next use opens afresh.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated() {
      opened = null;
    },
  });

/** The extension's database, opened once per context. Rejects only where the browser refuses storage. */
export const database = (): Promise<Database> => {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
};

/** Closes the database; for tests, which each want a fresh one. */
export const closeDatabase = async (): Promise<void> => {
  (await opened)?.close();
  opened = null;
};
