import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeDatabase, database } from '../database.ts';
import { lockKeys } from './auto-lock.ts';
import { deriveKey, isOutdated, newKdf } from './kdf.ts';
import { setPassphrase, unlock } from './passphrase.ts';
import { seal, unseal } from './seal.ts';
import { readVault } from './vault.ts';

const passphrase = 'lantern copper violin moss';
const done = { ok: true, value: null };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
});

afterEach(() => closeDatabase());

test('the work is that of the decision, and every salt is its own', () => {
  const kdf = newKdf();
  expect(kdf).toMatchObject({ name: 'argon2id', memoryKib: 47_104, passes: 1, lanes: 1 });
  expect(kdf.salt).toHaveLength(16);
  expect(newKdf().salt).not.toEqual(kdf.salt);
  expect(isOutdated(kdf)).toBe(false);
  expect(isOutdated({ ...kdf, memoryKib: 19_456 })).toBe(true);
  expect(isOutdated({ ...kdf, passes: 3 })).toBe(false);
});

test('a derived key seals and cannot be read', async () => {
  const key = await deriveKey(passphrase, { ...newKdf(), memoryKib: 64 });
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

test('another passphrase, salt, memory or number of passes leads to another key', async () => {
  const kdf = { ...newKdf(), memoryKib: 64 };
  const sealed = await seal(await deriveKey(passphrase, kdf), new Uint8Array([7]), 'a');
  const opens = async (with_: string, how: typeof kdf, bound = 'a') =>
    (await unseal(await deriveKey(with_, how), sealed, bound)) !== null;
  expect(await opens(passphrase, kdf)).toBe(true);
  expect(await opens(`${passphrase} `, kdf)).toBe(false);
  expect(await opens(passphrase, { ...kdf, salt: newKdf().salt })).toBe(false);
  expect(await opens(passphrase, { ...kdf, memoryKib: 72 })).toBe(false);
  expect(await opens(passphrase, { ...kdf, passes: 2 })).toBe(false);
  expect(await opens(passphrase, kdf, 'b')).toBe(false);
});

test('a passphrase wrapped with less work than today is wrapped anew when it is used', async () => {
  expect(await setPassphrase(passphrase)).toEqual(done);
  const vault = await readVault();
  if (vault?.protection !== 'passphrase') throw new Error('set above');
  // As an earlier version would have written it: the same data key, cheaper work.
  const bound = `facelift/data-key/1/${vault.keyId}`;
  const bytes = await unseal(await deriveKey(passphrase, vault.kdf), vault.wrapped, bound);
  if (!bytes) throw new Error('the passphrase is right');
  const kdf = { ...vault.kdf, memoryKib: 1024 };
  const wrapped = await seal(await deriveKey(passphrase, kdf), bytes, bound);
  await (await database()).put('vault', { ...vault, kdf, wrapped });
  await lockKeys();
  expect(await unlock(passphrase)).toEqual(done);
  expect(await readVault()).toMatchObject({ keyId: vault.keyId, kdf: { memoryKib: 47_104 } });
  await lockKeys();
  expect(await unlock(passphrase)).toEqual(done);
});
