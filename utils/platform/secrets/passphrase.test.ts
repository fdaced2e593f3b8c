import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ada, keysOf } from '../../domain/testing/accounts.ts';
import { closeDatabase, database } from '../database.ts';
import { removeAccount } from '../account-store.ts';
import { dumpText } from '../testing/frozen.ts';
import { readSecrets, saveAccount } from './account-secrets.ts';
import { chooseAutoLock, lockKeys, noteUse, serveAutoLock } from './auto-lock.ts';
import type * as kdf from './kdf.ts';
import { changePassphrase, removePassphrase, setPassphrase, unlock } from './passphrase.ts';
import { securityState } from './vault.ts';

const bo = { ...ada, id: '2', handle: 'bo_bakes' };

// The same derivation with less memory: what is tested here is what is done with its result. The real
// work stands in kdf.test.ts.
vi.mock('./kdf.ts', async (original) => {
  const real = await original<typeof kdf>();
  return { ...real, newKdf: () => ({ ...real.newKdf(), memoryKib: 64 }), isOutdated: () => false };
});

const first = 'lantern copper violin moss';
const second = 'orbit kettle harbour plum';
const locked = { ok: false, error: { kind: 'locked' } };
const done = { ok: true, value: null };
const minuteMs = 60_000;

const session = () => browser.storage.session.get(null);
const vault = async () => (await database()).get('vault', 'vault');
const sealedOf = async (id: string) => (await database()).get('secrets', id);

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: 1_795_000_000_000 });
  await saveAccount(ada, keysOf('ada'));
  await saveAccount(bo, keysOf('bo'));
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await closeDatabase();
});

describe('a passphrase that is set', () => {
  beforeEach(async () => expect(await setPassphrase(first)).toEqual(done));

  test('leaves everything unlocked, and nothing in the database that opens it', async () => {
    expect(await securityState()).toMatchObject({ protection: 'passphrase', isLocked: false });
    expect(await readSecrets('1')).toEqual({ ok: true, value: keysOf('ada') });
    const record = await vault();
    expect(JSON.stringify(record)).not.toContain('CryptoKey');
    expect(record).not.toHaveProperty('key');
    expect(await dumpText()).not.toMatch(/marked-|lantern/);
    expect(JSON.stringify(await session())).not.toMatch(/marked-|lantern/);
  });

  test('locked, no keys come out and none go in, but nothing is lost', async () => {
    await lockKeys();
    expect(await session()).toEqual({});
    expect(await securityState()).toMatchObject({ isLocked: true });
    expect(await readSecrets('1')).toEqual(locked);
    expect(await saveAccount({ ...ada, id: '3' }, keysOf('new'))).toEqual(locked);
    expect(await readSecrets('3')).toEqual({ ok: false, error: { kind: 'accountGone' } });
    expect(await unlock(first)).toEqual(done);
    expect(await readSecrets('2')).toEqual({ ok: true, value: keysOf('bo') });
  });

  test('is the same passphrase however its letters are composed', async () => {
    expect(await changePassphrase(first, 'Caf\u00e9 am Hafen')).toEqual(done);
    await lockKeys();
    expect(await unlock('Cafe\u0301 am Hafen')).toEqual(done);
  });

  test('cannot be set a second time without the first', async () => {
    expect(await setPassphrase(second)).toEqual({ ok: false, error: { kind: 'notNow' } });
    await lockKeys();
    expect(await unlock(first)).toEqual(done);
  });

  test('changed: only the wrapping is new, the sealed keys are untouched', async () => {
    const before = [await sealedOf('1'), await vault()] as const;
    expect(await changePassphrase('not the passphrase', second)).toMatchObject({ ok: false });
    expect(await vault()).toEqual(before[1]);
    expect(await changePassphrase(first, second)).toEqual(done);
    expect(await sealedOf('1')).toEqual(before[0]);
    expect(await vault()).not.toEqual(before[1]);
    await lockKeys();
    expect(await unlock(first)).toMatchObject({ ok: false, error: { kind: 'wrongPassphrase' } });
    expect(await unlock(second)).toEqual(done);
    expect(await readSecrets('1')).toEqual({ ok: true, value: keysOf('ada') });
  });

  test('removed: the keys are under the profile again, and the old key is of no use', async () => {
    const before = await sealedOf('1');
    expect(await removePassphrase(second)).toMatchObject({ error: { kind: 'wrongPassphrase' } });
    expect(await removePassphrase(first)).toEqual(done);
    expect(await securityState()).toMatchObject({ protection: 'profile', isLocked: false });
    expect(await session()).toEqual({});
    expect((await sealedOf('1'))?.keyId).not.toBe(before?.keyId);
    expect(await readSecrets('1')).toEqual({ ok: true, value: keysOf('ada') });
    expect(await readSecrets('2')).toEqual({ ok: true, value: keysOf('bo') });
    expect(await unlock(first)).toEqual({ ok: false, error: { kind: 'notNow' } });
  });

  test('an account can be forgotten while locked, and stays forgotten', async () => {
    await lockKeys();
    await removeAccount('2');
    expect(await removePassphrase(first)).toEqual(done);
    expect(await readSecrets('2')).toMatchObject({ error: { kind: 'accountGone' } });
    expect(await readSecrets('1')).toMatchObject({ ok: true });
  });
});

test('a short passphrase is refused, and changes nothing', async () => {
  const before = await sealedOf('1');
  expect(await setPassphrase('1234567')).toEqual({ ok: false, error: { kind: 'tooShort' } });
  expect(await sealedOf('1')).toEqual(before);
});

test('a write that fails while setting a passphrase leaves all as it was', async () => {
  const before = [await sealedOf('1'), await sealedOf('2')];
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  put.mockImplementationOnce(() => {
    throw new Error('disk full');
  });
  await expect(setPassphrase(first)).rejects.toThrow('disk full');
  put.mockRestore();
  expect([await sealedOf('1'), await sealedOf('2')]).toEqual(before);
  expect(await securityState()).toMatchObject({ protection: 'profile' });
  expect(await readSecrets('1')).toMatchObject({ ok: true });
});

describe('wrong passphrases', () => {
  beforeEach(async () => {
    await setPassphrase(first);
    await lockKeys();
  });

  test('make the next attempt wait, across restarts, until a right one', async () => {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await unlock('wrong'.repeat(2))).toEqual({
        ok: false,
        error: { kind: 'wrongPassphrase', notBeforeMs: null },
      });
    }
    const fourth = await unlock('wrong'.repeat(2));
    const until = Date.now() + 5000;
    expect(fourth).toEqual({ ok: false, error: { kind: 'wrongPassphrase', notBeforeMs: until } });
    const tooSoon = { ok: false, error: { kind: 'tooSoon', notBeforeMs: until } };
    // A restart of the browser forgets the session, not the count.
    await closeDatabase();
    await browser.storage.session.clear();
    expect(await unlock(first)).toEqual(tooSoon);
    expect(await changePassphrase(first, second)).toEqual(tooSoon);
    expect(await removePassphrase(first)).toEqual(tooSoon);
    expect(await securityState()).toMatchObject({ isLocked: true, notBeforeMs: until });
    vi.setSystemTime(until);
    expect(await unlock(first)).toEqual(done);
    expect(await securityState()).toMatchObject({ isLocked: false, notBeforeMs: null });
    expect(await readSecrets('1')).toEqual({ ok: true, value: keysOf('ada') });
  });

  test('asked all at once are tried one after the other, each counted', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => unlock('wrong'.repeat(2))));
    const kinds = answers.map((answer) => (answer.ok ? 'done' : answer.error.kind));
    expect(kinds.filter((kind) => kind === 'wrongPassphrase')).toHaveLength(4);
    expect(kinds.slice(4)).toEqual(['tooSoon', 'tooSoon']);
  });

  test('are counted even when the worker is stopped before the answer', async () => {
    let stop: (reason: Error) => void = () => undefined;
    const underWay = new Promise<never>((_resolve, reject) => (stop = reject));
    vi.spyOn(crypto.subtle, 'decrypt').mockReturnValueOnce(underWay);
    const asked = unlock(first);
    await vi.waitFor(async () => {
      expect(await (await database()).get('vault', 'guard')).toMatchObject({ failures: 1 });
    });
    stop(new Error('worker stopped'));
    await asked;
    expect(await (await database()).get('vault', 'guard')).toMatchObject({ failures: 1 });
  });
});

describe('locking by itself', () => {
  beforeEach(async () => {
    await setPassphrase(first);
    serveAutoLock();
  });

  const alarm = () => browser.alarms.get('lock-keys');

  test('an alarm is set for as long as the person chose, and moves with use', async () => {
    expect((await alarm())?.scheduledTime).toBe(Date.now() + 15 * minuteMs);
    vi.setSystemTime(Date.now() + 10 * minuteMs);
    await noteUse();
    expect((await alarm())?.scheduledTime).toBe(Date.now() + 15 * minuteMs);
    await chooseAutoLock(60);
    expect((await alarm())?.scheduledTime).toBe(Date.now() + 60 * minuteMs);
    expect(await securityState()).toMatchObject({ autoLockMinutes: 60 });
  });

  test('a press on "Lock now" is a use, and does not undo itself', async () => {
    for (let round = 0; round < 20; round += 1) {
      await Promise.all([noteUse(), lockKeys(), noteUse()]);
      expect(await session()).toEqual({});
      expect(await alarm()).toBeUndefined();
      expect(await unlock(first)).toEqual(done);
    }
  });

  test('the alarm forgets the key; one overtaken by use does not', async () => {
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'lock-keys', scheduledTime: 0 } as never);
    await vi.waitFor(async () => expect(await alarm()).toBeDefined());
    expect(await readSecrets('1')).toMatchObject({ ok: true });
    vi.setSystemTime(Date.now() + 15 * minuteMs);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'lock-keys', scheduledTime: 0 } as never);
    await vi.waitFor(async () => expect(await session()).toEqual({}));
  });

  test('a late alarm opens nothing: the time itself counts', async () => {
    vi.setSystemTime(Date.now() + 15 * minuteMs + 1);
    expect(await readSecrets('1')).toEqual(locked);
    expect(await securityState()).toMatchObject({ isLocked: true });
    await noteUse();
    expect(await readSecrets('1')).toEqual(locked);
  });
});
