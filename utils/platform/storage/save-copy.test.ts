import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeDatabase, database } from '../database.ts';
import { thaw } from '../testing/frozen.ts';
import { version1 } from './fixtures/version-1.ts';
import { migrations } from './migrations.ts';
import { databaseName } from './open.ts';
import { copyOfStored } from './save-copy.ts';

const newest = migrations.at(-1)?.to ?? 0;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => closeDatabase());

const parsed = async () =>
  JSON.parse(await (await copyOfStored()).text()) as {
    version: number;
    stores: Record<string, Record<string, unknown>[]>;
  };

test('of an old database that was never upgraded: all but the keys', async () => {
  await thaw(version1);
  const { version, stores } = await parsed();
  expect(version).toBe(1);
  expect(Object.keys(stores)).toEqual(['accounts', 'blobs', 'handoffs', 'jobs']);
  expect(stores['accounts']).toHaveLength(2);
  expect(stores['blobs']?.[0]?.['blob']).toBe(
    `data:image/jpeg;base64,${Buffer.from('the bytes of a prepared picture').toString('base64')}`,
  );
  expect(JSON.stringify(stores)).not.toMatch(/plain-|apiKey/);
});

test('of one that is too new for this code', async () => {
  const newer = await openDB(databaseName, newest + 3, {
    upgrade: (upgrading) => void upgrading.createObjectStore('unheard-of', { keyPath: 'id' }),
  });
  await newer.put('unheard-of', { id: 1, what: 'kept' });
  newer.close();
  expect(await parsed()).toMatchObject({
    version: newest + 3,
    stores: { 'unheard-of': [{ what: 'kept' }] },
  });
});

test('leaves out what was set aside from the keys, and makes no database where there is none', async () => {
  expect(await parsed()).toMatchObject({ version: 0, stores: {} });
  expect(await indexedDB.databases()).toEqual([]);
  const apart = (store: string) => ({ store, key: '1', record: { marked: store }, atMs: 1 });
  const db = await database();
  await db.add('setAside', apart('secrets'));
  await db.add('setAside', apart('jobs'));
  expect((await parsed()).stores['setAside']).toEqual([apart('jobs')]);
});
