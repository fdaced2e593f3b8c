import type { IDBPDatabase, IDBPTransaction } from 'idb';

type AnyDatabase = IDBPDatabase<unknown>;
type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/**
 * One step from a version to the next. It runs inside the browser's upgrade transaction: whatever goes
 * wrong takes the whole step back. It may wait for nothing but requests of that transaction, and uses
 * nothing that may change later (today's types, defaults or limits).
 */
export interface Migration {
  readonly to: number;
  readonly upgrade: (database: AnyDatabase, transaction: Upgrade) => void | Promise<void>;
}

/**
 * Every step there ever was, oldest first; a shipped one is never edited. A new one needs a frozen
 * fixture of the version before it in `fixtures/`, which `migrations.test.ts` then walks to the newest.
 */
export const migrations: readonly Migration[] = [
  {
    to: 1,
    upgrade: (database) => {
      database.createObjectStore('accounts', { keyPath: 'id' });
      database.createObjectStore('secrets', { keyPath: 'accountId' });
      database.createObjectStore('jobs', { keyPath: 'id' });
      database.createObjectStore('blobs', { keyPath: 'key' });
      database.createObjectStore('handoffs', { keyPath: 'id' });
    },
  },
  {
    // Jobs can wait for another try. Keys are sealed once the stores are there (`seal-plain.ts`): Web Crypto cannot run in here.
    to: 2,
    upgrade: async (database, transaction) => {
      database.createObjectStore('vault', { keyPath: 'id' });
      database.createObjectStore('settings', { keyPath: 'key' });
      database.createObjectStore('setAside', { autoIncrement: true });
      const history = database.createObjectStore('history', { keyPath: 'id' });
      history.createIndex('createdAtMs', 'createdAtMs');
      history.createIndex('accountId', 'accountId');
      const jobs = transaction.objectStore('jobs');
      for (const job of (await jobs.getAll()) as Record<string, unknown>[]) {
        const { nextLookAtMs, ...rest } = job;
        const hasLooked = rest['state'] === 'accepted' && rest['looks'] !== 0;
        await jobs.put({
          ...rest,
          ...(hasLooked && { state: 'confirming' }),
          tries: 0,
          dueAtMs: nextLookAtMs ?? 0,
          wait: null,
          clockSkewMs: null,
        });
      }
    },
  },
  {
    // What is typed for a profile is kept until it is saved.
    to: 3,
    upgrade: (database) => void database.createObjectStore('drafts', { keyPath: 'accountId' }),
  },
];
