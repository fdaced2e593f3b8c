import { err, ok, type Result } from '../../domain/result.ts';
import { isLongEnough, notBefore, type PassphraseError } from '../../domain/security.ts';
import { announce } from '../changes.ts';
import { database } from '../database.ts';
import type { OpenKey } from './account-seal.ts';
import { lockKeys, unlockWith } from './auto-lock.ts';
import { deriveKey, isOutdated, newKdf } from './kdf.ts';
import type { PassphraseVault } from './records.ts';
import { moveTo } from './reseal.ts';
import { importDataKey, newDataKey, newProfileKey, seal, unseal } from './seal.ts';
import { vaultLock } from './vault-lock.ts';
import { openKey, readGuard, readVault } from './vault.ts';

type Done = Promise<Result<null, PassphraseError>>;
type DataKey = Uint8Array<ArrayBuffer>;

const boundTo = (keyId: string): string => `facelift/data-key/1/${keyId}`;

const wrap = async (
  keyId: string,
  bytes: DataKey,
  passphrase: string,
): Promise<PassphraseVault> => {
  const kdf = newKdf();
  const wrapped = await seal(await deriveKey(passphrase, kdf), bytes, boundTo(keyId));
  return { id: 'vault', version: 1, protection: 'passphrase', keyId, kdf, wrapped };
};

const opened = async ({ keyId }: PassphraseVault, bytes: DataKey): Promise<OpenKey> => ({
  keyId,
  key: await importDataKey(bytes),
});

/**
 * The data key behind a passphrase. The failure is counted before the passphrase is tried and taken back
 * when it was right, so that neither a reload nor a stopped worker gives an attempt for nothing.
 */
const tryPassphrase = async (
  vault: PassphraseVault,
  passphrase: string,
): Promise<Result<DataKey, PassphraseError>> => {
  const guard = await readGuard();
  const waitUntilMs = notBefore(guard, Date.now());
  if (waitUntilMs !== null) return err({ kind: 'tooSoon', notBeforeMs: waitUntilMs });
  const failed = { ...guard, failures: guard.failures + 1, lastFailureAtMs: Date.now() };
  await (await database()).put('vault', failed);
  const bytes = await unseal(
    await deriveKey(passphrase, vault.kdf),
    vault.wrapped,
    boundTo(vault.keyId),
  );
  if (!bytes) {
    // The pause begins when the answer is known, however long the work took.
    const now = { ...failed, lastFailureAtMs: Date.now() };
    await (await database()).put('vault', now);
    announce('security');
    return err({ kind: 'wrongPassphrase', notBeforeMs: notBefore(now, Date.now()) });
  }
  await (await database()).delete('vault', 'guard');
  return ok(bytes);
};

/** Does something with the data key behind the passphrase. `notNow` where there is no passphrase. */
const withPassphrase = (
  passphrase: string,
  work: (vault: PassphraseVault, bytes: DataKey) => Promise<void>,
): Done =>
  vaultLock(async () => {
    const vault = await readVault();
    if (vault?.protection !== 'passphrase') return err({ kind: 'notNow' });
    const tried = await tryPassphrase(vault, passphrase);
    if (!tried.ok) return tried;
    await work(vault, tried.value);
    tried.value.fill(0);
    announce('security');
    return ok(null);
  });

/**
 * Unlocks the keys until they are locked again. Where more work is asked of passphrases today than when
 * this one was set, its wrapping is renewed on the way. Errors: `wrongPassphrase`, `tooSoon`, `notNow`.
 */
export const unlock = (passphrase: string): Done =>
  withPassphrase(passphrase, async (vault, bytes) => {
    if (isOutdated(vault.kdf)) {
      await (await database()).put('vault', await wrap(vault.keyId, bytes, passphrase));
    }
    await unlockWith(vault.keyId, bytes);
  });

/**
 * Puts keys that this browser profile protects under a passphrase. They stay unlocked. Errors:
 * `tooShort`, `notNow` (there is one already).
 */
export const setPassphrase = (passphrase: string): Done =>
  vaultLock(async () => {
    if (!isLongEnough(passphrase)) return err({ kind: 'tooShort' });
    const from = await openKey();
    if (!from.ok || (await readVault())?.protection !== 'profile') return err({ kind: 'notNow' });
    const bytes = newDataKey();
    const vault = await wrap(crypto.randomUUID(), bytes, passphrase);
    await moveTo(vault, from.value, await opened(vault, bytes));
    await unlockWith(vault.keyId, bytes);
    bytes.fill(0);
    announce('security');
    return ok(null);
  });

/**
 * Wraps the same data key under another passphrase; the sealed keys are not touched. Errors: `tooShort`,
 * `wrongPassphrase`, `tooSoon`, `notNow`.
 */
export const changePassphrase = async (current: string, next: string): Done => {
  if (!isLongEnough(next)) return err({ kind: 'tooShort' });
  return withPassphrase(current, async ({ keyId }, bytes) => {
    await (await database()).put('vault', await wrap(keyId, bytes, next));
    await unlockWith(keyId, bytes);
  });
};

/** Puts the keys back under this browser profile. Errors: `wrongPassphrase`, `tooSoon`, `notNow`. */
export const removePassphrase = (current: string): Done =>
  withPassphrase(current, async (vault, bytes) => {
    const to: OpenKey = { keyId: crypto.randomUUID(), key: await newProfileKey() };
    const profile = { id: 'vault', version: 1, protection: 'profile', ...to } as const;
    await moveTo(profile, await opened(vault, bytes), to);
    await lockKeys();
  });
