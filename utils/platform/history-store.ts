import {
  entriesToDrop,
  findByContent,
  newestFirst,
  tidyName,
  withKey,
} from '../domain/history-rules.ts';
import type { HistoryEntry } from '../domain/history.ts';
import { parseHistoryEntry, parseSwapJob } from '../domain/parse-records.ts';
import { isSettled, type SwapJob } from '../domain/swap-job.ts';
import { announce, watch } from './changes.ts';
import { database } from './database.ts';
import { readSetting, writeSetting } from './settings-store.ts';
import { readAll, readOne } from './storage/read.ts';

/** A picture to keep. `blob` is its file, or the key of one that is stored already. */
export type NewPicture = Omit<
  HistoryEntry,
  'id' | 'blobKey' | 'createdAtMs' | 'isPinned' | 'pictureKeys' | 'sha256'
> & {
  readonly sha256: string;
  /** `<id>/<token>` under which X shows it; null where that is not known. */
  readonly pictureKey: string | null;
  readonly blob: Blob | string;
};

/** How long after its end a swap's pictures are spared, so that its result can still be taken back. */
const sparedForMs = 10 * 60_000;

/** All pictures, newest first. */
export const listHistory = async (): Promise<readonly HistoryEntry[]> =>
  newestFirst(await readAll('history'));

/** One picture's entry; null where it is gone. */
export const findHistoryEntry = (id: string): Promise<HistoryEntry | null> =>
  readOne('history', id);

/** Calls back with all pictures, newest first, at once and after every change; returns how to stop. */
export const watchHistory = (listener: (entries: readonly HistoryEntry[]) => void): (() => void) =>
  watch('history', listHistory, listener);

const isFresh = (job: SwapJob): boolean =>
  !isSettled(job) || Date.now() - job.updatedAtMs < sparedForMs;

const entriesOf = ({ before, setEntryId }: SwapJob): string[] => [
  ...(before?.kind === 'saved' ? [before.historyId] : []),
  ...(setEntryId === undefined ? [] : [setEntryId]),
];

/** Drops what is over the limit; what a swap under way or just over refers to is spared. */
const tidyHistory = async (spared: readonly string[] = []): Promise<void> => {
  const [entries, jobs, limitBytes] = await Promise.all([
    readAll('history'),
    readAll('jobs'),
    readSetting('historyLimitBytes'),
  ]);
  const keep = new Set([...spared, ...jobs.filter(isFresh).flatMap(entriesOf)]);
  const over = entriesToDrop(entries, limitBytes, keep);
  if (over.length > 0) await removeFromHistory(over.map(({ id }) => id));
};

const entryOf = (picture: NewPicture, id: string, blobKey: string): HistoryEntry => {
  const { pictureKey, blob: _blob, name, ...rest } = picture;
  const tidy = tidyName(name ?? '');
  return {
    ...rest,
    ...(tidy !== undefined && { name: tidy }),
    id,
    blobKey,
    createdAtMs: Date.now(),
    isPinned: false,
    pictureKeys: withKey(undefined, pictureKey),
  };
};

const met = (entry: HistoryEntry, { source, pictureKey, handle }: NewPicture): HistoryEntry => ({
  ...entry,
  ...(handle !== undefined && { handle }),
  // Saved once more it only was what the account showed; set again it is news.
  ...(source === 'set' && { usedAtMs: Date.now() }),
  pictureKeys: withKey(entry.pictureKeys, pictureKey),
});

/**
 * Keeps a picture, or notes on the entry with the very same file that it was met again; returns the
 * entry's id. What is then over the limit goes, the oldest first. Rejects where there is no room.
 */
export const keepPicture = async (picture: NewPicture): Promise<string> => {
  const transaction = (await database()).transaction(['history', 'blobs'], 'readwrite');
  const [history, blobs] = [transaction.objectStore('history'), transaction.objectStore('blobs')];
  const stored = await history.index('accountId').getAll(picture.accountId);
  const entries = stored.map(parseHistoryEntry).filter((entry) => entry !== null);
  const known = findByContent(entries, picture, picture.sha256);
  const { blob } = picture;
  const blobKey = typeof blob === 'string' ? blob : crypto.randomUUID();
  const entry = known ? met(known, picture) : entryOf(picture, crypto.randomUUID(), blobKey);
  const isNewFile = !known && typeof blob !== 'string';
  await Promise.all([
    isNewFile && blobs.put({ key: blobKey, blob, createdAtMs: Date.now() }),
    history.put(entry),
    transaction.done,
  ]);
  announce('history');
  await tidyHistory([entry.id]);
  return entry.id;
};

/** Puts entries with their files into the history as they are, all or none. Rejects where there is no room. */
export const putPictures = async (
  pictures: readonly { readonly entry: HistoryEntry; readonly blob: Blob }[],
): Promise<void> => {
  const transaction = (await database()).transaction(['history', 'blobs'], 'readwrite');
  await Promise.all([
    ...pictures.flatMap(({ entry, blob }) => [
      transaction.objectStore('blobs').put({ key: entry.blobKey, blob, createdAtMs: Date.now() }),
      transaction.objectStore('history').put(entry),
    ]),
    transaction.done,
  ]);
  announce('history');
};

const changeEntry = async (
  id: string,
  change: (entry: HistoryEntry) => HistoryEntry,
): Promise<void> => {
  const transaction = (await database()).transaction('history', 'readwrite');
  const entry = parseHistoryEntry(await transaction.store.get(id));
  if (entry) await transaction.store.put(change(entry));
  await transaction.done;
  announce('history');
};

/** Gives a picture another name; without one it is called by what it is. */
export const renamePicture = (id: string, name: string): Promise<void> =>
  changeEntry(id, ({ name: _name, ...entry }) => {
    const tidy = tidyName(name);
    return tidy === undefined ? entry : { ...entry, name: tidy };
  });

/** Pins a picture, so that it is never dropped for want of space, or lets it go again. */
export const pinPicture = (id: string, isPinned: boolean): Promise<void> =>
  changeEntry(id, (entry) => ({ ...entry, isPinned }));

/** Remembers another key (`<id>/<token>`) under which X shows a picture. */
export const notePictureKey = (id: string, pictureKey: string): Promise<void> =>
  changeEntry(id, (entry) => ({
    ...entry,
    pictureKeys: withKey(entry.pictureKeys, pictureKey),
  }));

/**
 * Deletes pictures by id, with their files, but for files that another entry or an unfinished or failed
 * swap still needs: those go with the swap.
 */
export const removeFromHistory = async (ids: readonly string[]): Promise<void> => {
  const db = await database();
  const transaction = db.transaction(['history', 'blobs', 'jobs'], 'readwrite');
  const history = transaction.objectStore('history');
  const gone = new Set(ids);
  const entries = (await history.getAll()).map(parseHistoryEntry).filter((each) => each !== null);
  const jobs = (await transaction.objectStore('jobs').getAll()).map(parseSwapJob);
  const needed = new Set<string>([
    ...entries.filter(({ id }) => !gone.has(id)).map(({ blobKey }) => blobKey),
    ...jobs.flatMap((job) => (job && mayGoOn(job) ? [job.blobKey] : [])),
  ]);
  const going = entries.filter(({ id }) => gone.has(id));
  const orphans = going.filter(({ blobKey }) => !needed.has(blobKey));
  await Promise.all([
    ...going.map(({ id }) => history.delete(id)),
    ...orphans.map(({ blobKey }) => transaction.objectStore('blobs').delete(blobKey)),
    transaction.done,
  ]);
  announce('history');
};

const mayGoOn = (job: SwapJob): boolean => !isSettled(job) || job.state === 'failed';

/** Keeps to another space limit (bytes, one of the choices) from now on; the oldest pictures may go. */
export const limitHistory = async (limitBytes: number): Promise<void> => {
  await writeSetting('historyLimitBytes', limitBytes);
  await tidyHistory();
  announce('history');
};
