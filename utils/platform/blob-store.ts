import { err, ok, type Result } from '../domain/result.ts';
import type { StartProblem } from '../domain/start-problem.ts';
import { database, type Handoff } from './database.ts';
import { readAll, readOne } from './storage/read.ts';

/** How many right-clicked pictures wait at a time; beyond that the oldest go. */
const maxHandoffs = 8;

/** Stores a prepared file; returns its key. Messages cannot carry files in Chromium, keys they can. */
export const storeBlob = async (blob: Blob): Promise<string> => {
  const key = crypto.randomUUID();
  await (await database()).put('blobs', { key, blob, createdAtMs: Date.now() });
  return key;
};

/** `storeBlob` of a file that a swap is to send. Errors: `noRoom`, and `notStarted` for anything else. */
export const storeForSwap = async (blob: Blob): Promise<Result<string, StartProblem>> => {
  try {
    return ok(await storeBlob(blob));
  } catch (error) {
    const name = error instanceof Error || error instanceof DOMException ? error.name : '';
    const kind = name === 'QuotaExceededError' ? 'noRoom' : 'notStarted';
    return err({ kind, message: name });
  }
};

/** A stored file; null where it is gone. */
export const findBlob = async (key: string): Promise<Blob | null> =>
  (await readOne('blobs', key))?.blob ?? null;

/** Stores what a right-click found, for the studio that is about to open; returns its id. */
export const storeHandoff = async (from: string, blob: Blob | null): Promise<string> => {
  const id = crypto.randomUUID();
  await (await database()).put('handoffs', { id, from, blob, createdAtMs: Date.now() });
  await keepNewestHandoffs();
  return id;
};

/** What a right-click found; stays until `dropHandoffs`, so that reloading the studio loses nothing. */
export const findHandoff = (id: string): Promise<Handoff | null> => readOne('handoffs', id);

const drop = async (handoffs: readonly Handoff[]): Promise<void> => {
  const transaction = (await database()).transaction('handoffs', 'readwrite');
  await Promise.all([...handoffs.map(({ id }) => transaction.store.delete(id)), transaction.done]);
};

const keepNewestHandoffs = async (): Promise<void> => {
  const all = await readAll('handoffs');
  const newestFirst = all.toSorted((one, other) => other.createdAtMs - one.createdAtMs);
  await drop(newestFirst.slice(maxHandoffs));
};

/** Drops hand-overs older than a time (Unix ms). */
export const dropHandoffs = async (beforeMs: number): Promise<void> =>
  drop((await readAll('handoffs')).filter(({ createdAtMs }) => createdAtMs < beforeMs));

/** Deletes stored files by key, but for those of the history. */
export const dropBlobs = async (keys: readonly string[]): Promise<void> => {
  if (keys.length === 0) return;
  const kept = new Set((await readAll('history')).map(({ blobKey }) => blobKey));
  const transaction = (await database()).transaction('blobs', 'readwrite');
  await Promise.all([
    ...keys.filter((key) => !kept.has(key)).map((key) => transaction.store.delete(key)),
    transaction.done,
  ]);
};

/** Deletes what was handed over once it was read: of a private window nothing stays. */
export const dropHandoff = async (id: string): Promise<void> => {
  await (await database()).delete('handoffs', id);
};
