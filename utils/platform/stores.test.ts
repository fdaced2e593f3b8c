import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newJob, toCancelled, toSending } from '../domain/swap-steps.ts';
import { ada, keysOf } from '../domain/testing/accounts.ts';
import * as accounts from './account-store.ts';
import * as blobs from './blob-store.ts';
import { closeDatabase, database } from './database.ts';
import * as jobs from './job-store.ts';
import { readSecrets, saveAccount } from './secrets/account-secrets.ts';
import { countSetAside } from './storage/read.ts';
import { dumpText } from './testing/frozen.ts';

const account = {
  ...ada,
  id: '9007199254740993',
  pictureUrl: 'https://pbs.twimg.com/profile_images/1/a_normal.jpg',
};
const keys = keysOf('ada');

const job = (id: string, createdAtMs: number, blobKey = 'b') =>
  newJob(
    { id, accountId: account.id, handle: account.handle, kind: 'avatar', blobKey },
    createdAtMs,
  );

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeDatabase();
});

test('accounts come back oldest first, without keys; keys by id only', async () => {
  await saveAccount({ ...account, id: '2', addedAtMs: 5 }, keys);
  await saveAccount(account, keys);
  const listed = await accounts.listAccounts();
  expect(listed.map(({ id }) => id)).toEqual([account.id, '2']);
  expect(JSON.stringify(listed)).not.toMatch(/apiKey|accessToken/);
  expect(await readSecrets(account.id)).toEqual({ ok: true, value: keys });
});

test('keys are stored sealed, and open for their own account only', async () => {
  await saveAccount(account, keys);
  expect(await dumpText()).not.toContain('marked-');
  const db = await database();
  const sealed = await db.get('secrets', account.id);
  if (!sealed) throw new Error('stored above');
  await db.put('secrets', { ...sealed, accountId: '2' });
  expect(await readSecrets('2')).toEqual({ ok: false, error: { kind: 'unreadable' } });
  expect(await readSecrets('3')).toEqual({ ok: false, error: { kind: 'accountGone' } });
  expect(await readSecrets(account.id)).toEqual({ ok: true, value: keys });
});

test('no two sealings look alike', async () => {
  const ivs = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    await saveAccount(account, keys);
    const record = await (await database()).get('secrets', account.id);
    ivs.add(String(record?.sealed.iv));
    expect(record?.sealed.iv).toHaveLength(12);
  }
  expect(ivs.size).toBe(20);
});

describe('a broken record', () => {
  test('is set aside as it was, and everything else works', async () => {
    await saveAccount(account, keys);
    await jobs.saveJob(job('1', 1));
    const db = await database();
    const broken = { id: '2', handle: 7 };
    await db.put('accounts', broken as never);
    await db.put('jobs', { ...job('2', 2), state: 'unheard-of' } as never);
    expect(await accounts.listAccounts()).toEqual([account]);
    expect(await jobs.findJob('2')).toBeNull();
    expect((await jobs.listJobs()).map(({ id }) => id)).toEqual(['1']);
    expect(await countSetAside()).toBe(2);
    expect(await db.getAll('setAside')).toMatchObject([
      { store: 'accounts', key: '2', record: broken },
      { store: 'jobs', key: '2' },
    ]);
    expect(await db.get('accounts', '2')).toBeUndefined();
  });

  test('among the vault’s leaves accounts in place, and their keys told as unreadable', async () => {
    await saveAccount(account, keys);
    await (await database()).put('vault', { id: 'vault', version: 9 } as never);
    expect(await readSecrets(account.id)).toEqual({ ok: false, error: { kind: 'unreadable' } });
    expect(await accounts.listAccounts()).toEqual([account]);
    // Adding the account again mends it.
    await saveAccount(account, keys);
    expect(await readSecrets(account.id)).toEqual({ ok: true, value: keys });
  });
});

test('removing an account removes its keys', async () => {
  await saveAccount(account, keys);
  await accounts.removeAccount(account.id);
  expect(await accounts.listAccounts()).toEqual([]);
  expect(await (await database()).getAll('secrets')).toEqual([]);
});

test('noting a picture changes only the picture, and never brings a removed account back', async () => {
  await saveAccount(account, keys);
  await accounts.noteAccount(account.id, { pictureUrl: 'new' });
  expect(await accounts.findAccount(account.id)).toEqual({ ...account, pictureUrl: 'new' });
  await accounts.removeAccount(account.id);
  await accounts.noteAccount(account.id, { pictureUrl: 'newer' });
  expect(await accounts.findAccount(account.id)).toBeNull();
});

test('watchers see the state at once and after each change, until they stop', async () => {
  const seen: number[] = [];
  const stop = jobs.watchJobs((list) => seen.push(list.length));
  await vi.waitFor(() => expect(seen).toEqual([0]));
  await jobs.saveJob(job('1', 1));
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
  stop();
  await jobs.saveJob(job('2', 2));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen.at(-1)).toBe(1);
});

test('two changes at once do not overwrite each other', async () => {
  await jobs.saveJob({ ...job('1', 1), state: 'queued' });
  await Promise.all([
    jobs.updateJob('1', (now) => toSending('1/old')(now, 2)),
    jobs.updateJob('1', (now) => toCancelled(now, 3)),
  ]);
  expect(await jobs.findJob('1')).toMatchObject({ state: 'cancelled', attempts: 1 });
});

test('a change that gives nothing leaves the job as it was', async () => {
  await jobs.saveJob(job('1', 1));
  expect(await jobs.updateJob('1', () => null)).toMatchObject({ state: 'prepared' });
  expect(await jobs.updateJob('none', () => null)).toBeNull();
});

test('tidying keeps the newest finished jobs, every unfinished one, and the files they need', async () => {
  for (let index = 0; index < 30; index += 1) {
    await jobs.saveJob({
      ...job(`done-${index}`, index, `blob-${index}`),
      state: 'live',
      liveUrl: 'u',
    });
    await (
      await database()
    ).put('blobs', { key: `blob-${index}`, blob: new Blob(['x']), createdAtMs: 0 });
  }
  await jobs.saveJob(job('waiting', 0, 'blob-waiting'));
  await (
    await database()
  ).put('blobs', { key: 'blob-waiting', blob: new Blob(['x']), createdAtMs: 0 });
  const fresh = await blobs.storeBlob(new Blob(['just stored']));
  await jobs.tidyJobs();
  const left = (await jobs.listJobs()).map(({ id }) => id);
  expect(left).toHaveLength(21);
  expect(left).toContain('waiting');
  expect(left).toContain('done-29');
  expect(left).not.toContain('done-9');
  const keysLeft = await (await database()).getAllKeys('blobs');
  expect(keysLeft.toSorted()).toEqual(
    [
      ...left.map((id) => (id === 'waiting' ? 'blob-waiting' : id.replace('done', 'blob'))),
      fresh,
    ].toSorted(),
  );
});

test('a hand-over stays until it is old', async () => {
  const id = await blobs.storeHandoff('https://pictures.example/a.jpg', null);
  await blobs.dropHandoffs(Date.now() - 1000);
  expect(await blobs.findHandoff(id)).toMatchObject({
    from: 'https://pictures.example/a.jpg',
    blob: null,
  });
  await blobs.dropHandoffs(Date.now() + 1000);
  expect(await blobs.findHandoff(id)).toBeNull();
});

test('files that the history shows stay; more right-clicked pictures than anyone waits for do not', async () => {
  const db = await database();
  for (const key of ['kept', 'orphan']) {
    await db.put('blobs', { key, blob: new Blob(['x']), createdAtMs: 0 });
  }
  await db.put('history', {
    id: '1',
    accountId: account.id,
    kind: 'avatar',
    createdAtMs: 1,
    source: 'set',
    isPinned: false,
    bytes: 1,
    mime: 'image/jpeg',
    widthPx: 400,
    heightPx: 400,
    blobKey: 'kept',
  });
  await jobs.tidyJobs();
  expect(await db.getAllKeys('blobs')).toEqual(['kept']);
  for (let index = 0; index < 12; index += 1) await blobs.storeHandoff('https://a.example/', null);
  expect(await db.count('handoffs')).toBe(8);
});
