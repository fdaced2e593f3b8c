import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newJob } from '../domain/swap-steps.ts';
import { dropBlobs, findBlob } from './blob-store.ts';
import { closeDatabase, database } from './database.ts';
import * as store from './history-store.ts';
import { saveJob, tidyJobs } from './job-store.ts';
import { writeSetting } from './settings-store.ts';
import { countSetAside } from './storage/read.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(closeDatabase);

const picture = (sha256: string, over: Partial<store.NewPicture> = {}): store.NewPicture => ({
  accountId: '12',
  handle: 'ada_paints',
  kind: 'avatar',
  source: 'saved',
  mime: 'image/jpeg',
  widthPx: 400,
  heightPx: 400,
  bytes: 1000,
  sha256,
  pictureKey: null,
  blob: new Blob([sha256]),
  ...over,
});

const job = (id: string, blobKey: string) =>
  newJob({ id, accountId: '12', handle: 'ada_paints', kind: 'avatar', blobKey }, Date.now());

const names = async (): Promise<readonly (string | undefined)[]> =>
  (await store.listHistory()).map(({ name }) => name);

test('a picture is kept with its file, renamed, pinned, and deleted with its file', async () => {
  const id = await store.keepPicture(picture('a', { name: ' Beach\n' }));
  const entry = await store.findHistoryEntry(id);
  if (!entry) throw new Error('it was kept');
  expect(entry).toMatchObject({ name: 'Beach', isPinned: false, pictureKeys: [] });
  expect(await (await findBlob(entry.blobKey))?.text()).toBe('a');
  await store.renamePicture(id, 'Sea');
  await store.pinPicture(id, true);
  expect(await store.findHistoryEntry(id)).toMatchObject({ name: 'Sea', isPinned: true });
  await store.renamePicture(id, '  ');
  expect(await store.findHistoryEntry(id)).not.toHaveProperty('name');
  await store.removeFromHistory([id]);
  expect(await store.listHistory()).toEqual([]);
  expect(await findBlob(entry.blobKey)).toBeNull();
});

test('the same file of the same account is one entry, of another account another', async () => {
  const first = await store.keepPicture(picture('a', { pictureKey: '1/a' }));
  const again = await store.keepPicture(picture('a', { pictureKey: '2/b', source: 'set' }));
  const other = await store.keepPicture(picture('a', { accountId: '13' }));
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect(await store.findHistoryEntry(first)).toMatchObject({
    source: 'saved',
    pictureKeys: ['1/a', '2/b'],
    usedAtMs: expect.any(Number),
  });
  expect(await (await database()).count('blobs')).toBe(2);
});

test('over the limit the oldest go, with their files, but nothing pinned or of a swap under way', async () => {
  await writeSetting('historyLimitBytes', 50_000_000);
  const bytes = 20_000_000;
  const pinned = await store.keepPicture(picture('a', { name: 'pinned', bytes }));
  await store.pinPicture(pinned, true);
  const needed = await store.keepPicture(picture('b', { name: 'needed', bytes }));
  await saveJob({ ...job('one', 'x'), before: { kind: 'saved', historyId: needed } });
  await store.keepPicture(picture('c', { name: 'third', bytes: 5_000_000 }));
  await store.keepPicture(picture('d', { name: 'new', bytes }));
  expect(new Set(await names())).toEqual(new Set(['needed', 'new', 'pinned']));
  expect(await (await database()).count('blobs')).toBe(3);
});

test('a smaller limit holds at once', async () => {
  await store.keepPicture(picture('a', { name: 'old', bytes: 40_000_000 }));
  await new Promise((resolve) => setTimeout(resolve, 5));
  await store.keepPicture(picture('b', { name: 'new', bytes: 40_000_000 }));
  await store.limitHistory(50_000_000);
  expect(await names()).toEqual(['new']);
});

test('a file that a failed swap or another entry needs stays when its entry goes', async () => {
  const id = await store.keepPicture(picture('a'));
  const blobKey = (await store.findHistoryEntry(id))?.blobKey ?? '';
  await saveJob({ ...job('one', blobKey), state: 'failed', failure: { kind: 'accountGone' } });
  await store.removeFromHistory([id]);
  expect(await findBlob(blobKey)).not.toBeNull();

  const shared = await store.keepPicture(picture('b'));
  const sharedKey = (await store.findHistoryEntry(shared))?.blobKey ?? '';
  const other = await store.keepPicture(picture('b', { accountId: '13', blob: sharedKey }));
  await store.removeFromHistory([shared]);
  expect(await findBlob(sharedKey)).not.toBeNull();
  await store.removeFromHistory([other]);
  expect(await findBlob(sharedKey)).toBeNull();
});

test('tidying jobs and dropping files leaves the files of the history alone', async () => {
  const id = await store.keepPicture(picture('a'));
  const { blobKey } = (await store.findHistoryEntry(id)) ?? { blobKey: '' };
  const db = await database();
  await db.put('blobs', { key: blobKey, blob: new Blob(['a']), createdAtMs: 0 });
  await db.put('blobs', { key: 'orphan', blob: new Blob(['b']), createdAtMs: 0 });
  await tidyJobs();
  await dropBlobs([blobKey]);
  expect(await findBlob(blobKey)).not.toBeNull();
  expect(await findBlob('orphan')).toBeNull();
});

test('a broken entry is set aside; the others are listed', async () => {
  await store.keepPicture(picture('a', { name: 'good' }));
  await (await database()).put('history', { id: 'broken', accountId: '12' } as never);
  expect(await names()).toEqual(['good']);
  expect(await countSetAside()).toBe(1);
});
