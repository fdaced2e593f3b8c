import { database, type Handoff } from './database.ts';

/** Stores a prepared file; returns its key. Messages cannot carry files in Chromium, keys they can. */
export const storeBlob = async (blob: Blob): Promise<string> => {
  const key = crypto.randomUUID();
  await (await database()).put('blobs', { key, blob, createdAtMs: Date.now() });
  return key;
};

/** A stored file; null where it is gone. */
export const findBlob = async (key: string): Promise<Blob | null> =>
  (await (await database()).get('blobs', key))?.blob ?? null;

/** Stores what a right-click found, for the studio that is about to open; returns its id. */
export const storeHandoff = async (from: string, blob: Blob | null): Promise<string> => {
  const id = crypto.randomUUID();
  await (await database()).put('handoffs', { id, from, blob, createdAtMs: Date.now() });
  return id;
};

/** What a right-click found; stays until `dropHandoffs`, so that reloading the studio loses nothing. */
export const findHandoff = async (id: string): Promise<Handoff | null> =>
  (await (await database()).get('handoffs', id)) ?? null;

/** Drops hand-overs older than a time (Unix ms). */
export const dropHandoffs = async (beforeMs: number): Promise<void> => {
  const transaction = (await database()).transaction('handoffs', 'readwrite');
  for (const { id, createdAtMs } of await transaction.store.getAll()) {
    if (createdAtMs < beforeMs) await transaction.store.delete(id);
  }
  await transaction.done;
};
