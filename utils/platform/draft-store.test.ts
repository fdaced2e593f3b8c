import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyProfile } from '../domain/profile-fields.ts';
import { ada, keysOf } from '../domain/testing/accounts.ts';
import { noteAccount, findAccount, removeAccount } from './account-store.ts';
import { closeDatabase, database } from './database.ts';
import { findDraft, keepDraft } from './draft-store.ts';
import { saveAccount } from './secrets/account-secrets.ts';
import { countSetAside } from './storage/read.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(closeDatabase);

const draft = {
  accountId: ada.id,
  base: { ...emptyProfile, name: 'Ada' },
  text: { ...emptyProfile, name: 'Ada', location: 'here' },
  limits: {},
};

test('a draft is kept for each account, the newest in place of the one before', async () => {
  await keepDraft(draft, 1);
  await keepDraft({ ...draft, accountId: '2' }, 2);
  const text = { ...draft.text, location: 'there' };
  await keepDraft({ ...draft, text }, 3);
  expect(await findDraft(ada.id)).toEqual({ ...draft, text, savedAtMs: 3 });
  expect(await findDraft('2')).toMatchObject({ text: { location: 'here' } });
  expect(await findDraft('3')).toBeNull();
});

test('one that holds nothing any more is forgotten; what the server said stays', async () => {
  await keepDraft(draft, 1);
  await keepDraft({ ...draft, text: draft.base, limits: { name: 20 } }, 2);
  expect(await findDraft(ada.id)).toMatchObject({ limits: { name: 20 } });
  await keepDraft({ ...draft, text: draft.base }, 3);
  expect(await (await database()).count('drafts')).toBe(0);
});

test('one that makes no sense is set aside', async () => {
  await (await database()).put('drafts', { ...draft, text: 'odd' } as never);
  expect(await findDraft(ada.id)).toBeNull();
  expect(await countSetAside()).toBe(1);
});

test('goes with its account, whose name is noted as it changes', async () => {
  await saveAccount(ada, keysOf('ada'));
  await keepDraft(draft, 1);
  await noteAccount(ada.id, { name: 'Ada P.' });
  expect((await findAccount(ada.id))?.name).toBe('Ada P.');
  await removeAccount(ada.id);
  expect(await findDraft(ada.id)).toBeNull();
});
