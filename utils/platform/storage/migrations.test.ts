import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storageProblemText } from '../../domain/storage-problem.ts';
import { findAccount, listAccounts } from '../account-store.ts';
import { findBlob, findHandoff } from '../blob-store.ts';
import { closeDatabase, database, storageProblem } from '../database.ts';
import { findDraft } from '../draft-store.ts';
import { listHistory } from '../history-store.ts';
import { listJobs } from '../job-store.ts';
import { readSecrets } from '../secrets/account-secrets.ts';
import { readSetting } from '../settings-store.ts';
import { dumpRaw, dumpText, frozenVersions, thaw } from '../testing/frozen.ts';
import { version1 } from './fixtures/version-1.ts';
import { version2 } from './fixtures/version-2.ts';
import { type Migration, migrations } from './migrations.ts';
import { databaseName, openDatabase } from './open.ts';

const newest = migrations.at(-1)?.to ?? 0;
const ignore = { onClosed: () => undefined };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeDatabase();
});

test('there is one step to each version, and a frozen database of each older one', () => {
  const versions = migrations.map(({ to }) => to);
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  expect(frozenVersions.map(({ version }) => version)).toEqual(versions.slice(0, -1));
});

test.each(frozenVersions)('version $version has the stores of a fresh database', async (frozen) => {
  await (await database()).get('accounts', 'none');
  const fresh = (await dumpRaw()).stores;
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  await thaw(frozen);
  await database();
  const upgraded = await dumpRaw();
  expect(upgraded.version).toBe(newest);
  expect(Object.keys(upgraded.stores)).toEqual(Object.keys(fresh));
});

describe('version 1 ends up whole', () => {
  beforeEach(() => thaw(version1));

  test('accounts, jobs, files and hand-overs are as they were', async () => {
    expect(await listAccounts()).toEqual(version1.records.accounts);
    const jobs = version1.records.jobs.map(({ nextLookAtMs, ...job }) => ({
      ...job,
      tries: 0,
      dueAtMs: nextLookAtMs ?? 0,
      wait: null,
      clockSkewMs: null,
    }));
    expect(await listJobs()).toEqual(jobs.toReversed());
    const [file] = version1.records.blobs;
    expect(await (await findBlob(file.key))?.text()).toBe(file.blob.text);
    const [handoff, empty] = version1.records.handoffs;
    expect(await (await findHandoff(handoff.id))?.blob?.text()).toBe(handoff.blob.text);
    expect(await findHandoff(empty.id)).toEqual(empty);
    expect(await (await database()).count('setAside')).toBe(0);
  });

  test('keys work as before, and stand nowhere in plain sight', async () => {
    expect(await dumpText()).toContain('plain-token-secret-ada');
    for (const { accountId, keys } of version1.records.secrets) {
      expect(await readSecrets(accountId)).toEqual({ ok: true, value: keys });
    }
    expect(await dumpText()).not.toMatch(/plain-|apiKey|accessToken/);
  });

  test('sealing that was stopped goes on with the next start', async () => {
    const encrypt = vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new Error('stopped'));
    expect(await storageProblem()).toEqual({ kind: 'sealFailed', message: 'stopped' });
    expect((await dumpRaw()).stores['secrets']).toEqual(
      version1.records.secrets.toSorted((one, other) => (one.accountId < other.accountId ? -1 : 1)),
    );
    encrypt.mockRestore();
    expect(await storageProblem()).toBeNull();
    expect(await readSecrets('12')).toMatchObject({ ok: true });
    expect(await dumpText()).not.toContain('plain-');
  });

  test('two contexts that start at once seal under one key', async () => {
    const [one, other] = await Promise.all([
      openDatabase(migrations, ignore),
      openDatabase(migrations, ignore),
    ]);
    if (!one.ok || !other.ok) throw new Error('both open');
    one.value.close();
    other.value.close();
    for (const { accountId, keys } of version1.records.secrets) {
      expect(await readSecrets(accountId)).toEqual({ ok: true, value: keys });
    }
  });

  test('keys with one missing are sealed as they are, and told as unreadable', async () => {
    const old = await openDB(databaseName, 1);
    await old.put('secrets', { accountId: '12', keys: { apiKey: 'plain-and-alone' } });
    old.close();
    expect(await readSecrets('12')).toEqual({ ok: false, error: { kind: 'unreadable' } });
    expect(await readSecrets('9007199254740993')).toMatchObject({ ok: true });
    expect(await dumpText()).not.toContain('plain-');
  });
});

test('version 2 ends up whole, and has room for drafts', async () => {
  await thaw(version2);
  expect(await listAccounts()).toEqual(version2.records.accounts);
  expect(await listJobs()).toEqual(version2.records.jobs);
  expect(await listHistory()).toEqual(version2.records.history);
  expect(await readSetting('autoLockMinutes')).toBe(30);
  const [file] = version2.records.blobs;
  expect(await (await findBlob(file.key))?.text()).toBe(file.blob.text);
  expect(await findDraft('12')).toBeNull();
  expect(await (await database()).count('setAside')).toBe(0);
});

describe('a step that fails', () => {
  const failing: readonly (readonly [string, Migration['upgrade']])[] = [
    [
      'at once',
      (upgrading) => {
        upgrading.deleteObjectStore('jobs');
        throw new Error('no');
      },
    ],
    [
      'after it changed records',
      async (_database, transaction) => {
        await transaction.objectStore('accounts').clear();
        throw new Error('no');
      },
    ],
  ];

  test.each(failing)('%s takes everything back and says so', async (_when, upgrade) => {
    await thaw(version1);
    const before = await dumpRaw();
    const opened = await openDatabase([...migrations, { to: newest + 1, upgrade }], ignore);
    const problem = {
      kind: 'upgradeFailed',
      fromVersion: 1,
      toVersion: newest + 1,
      message: 'no',
    } as const;
    expect(opened).toEqual({ ok: false, error: problem });
    const after = await dumpRaw();
    expect(after.version).toBe(1);
    expect(after.stores).toEqual(before.stores);
    expect(storageProblemText(problem)).toMatchObject({
      text: expect.stringContaining('could not be brought up') as string,
      next: expect.stringContaining('Nothing was lost') as string,
    });
    // The same code without the fault goes on as if nothing had been.
    expect(await storageProblem()).toBeNull();
    expect(await listAccounts()).toHaveLength(2);
  });

  test('a step may wait for requests of its own before the next one runs', async () => {
    await thaw(version1);
    const slow: Migration = {
      to: newest + 1,
      upgrade: async (_database, transaction) => {
        const accounts = transaction.objectStore('accounts');
        for (const account of await accounts.getAll()) {
          await accounts.put?.({ ...account, name: 'renamed' });
        }
      },
    };
    const last: Migration = {
      to: newest + 2,
      upgrade: (upgrading) => void upgrading.createObjectStore('later'),
    };
    const opened = await openDatabase([...migrations, slow, last], ignore);
    expect(opened.ok).toBe(true);
    const { version, stores } = await dumpRaw();
    expect(version).toBe(newest + 2);
    expect(stores['later']).toEqual([]);
    expect(stores['accounts']).toMatchObject([{ name: 'renamed' }, { name: 'renamed' }]);
    if (opened.ok) opened.value.close();
  });
});

test('a database of a newer version is named, and left alone', async () => {
  (await openDB(databaseName, newest + 5)).close();
  expect(await storageProblem()).toEqual({ kind: 'newerData', knownVersion: newest });
  await expect(findAccount('1')).rejects.toThrow('newerData');
  expect((await dumpRaw()).version).toBe(newest + 5);
});

test('storage that the browser refuses is told too', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new Error('disk full');
  });
  expect(await storageProblem()).toEqual({ kind: 'unavailable', message: 'disk full' });
});
