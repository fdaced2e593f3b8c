import { err, ok, type Result } from '../../domain/result.ts';
import { notBefore, type SecurityState } from '../../domain/security.ts';
import { watch } from '../changes.ts';
import { database } from '../database.ts';
import { readSetting } from '../settings-store.ts';
import { readOne } from '../storage/read.ts';
import type { OpenKey } from './account-seal.ts';
import type { GuardRecord, VaultRecord } from './records.ts';
import { importDataKey, newProfileKey } from './seal.ts';
import { sessionKey } from './session-key.ts';

/** What the keys are encrypted under; null before there was anything to encrypt. */
export const readVault = async (): Promise<VaultRecord | null> => {
  const record = await readOne('vault', 'vault');
  return record?.id === 'vault' ? record : null;
};

/** Wrong passphrases so far. */
export const readGuard = async (): Promise<GuardRecord> => {
  const record = await readOne('vault', 'guard');
  return record?.id === 'guard' ? record : { id: 'guard', failures: 0, lastFailureAtMs: 0 };
};

/** The vault, made under a key of this browser profile where there is none yet. */
const vaultOrNew = async (): Promise<VaultRecord> => {
  const found = await readVault();
  if (found) return found;
  const keyId = crypto.randomUUID();
  const key = await newProfileKey();
  const transaction = (await database()).transaction('vault', 'readwrite');
  // Another page may have been faster: `add` would then fail, and its key is the one that counts.
  const there = await transaction.store.getKey('vault');
  if (there === undefined) {
    await transaction.store.put({ id: 'vault', version: 1, protection: 'profile', keyId, key });
  }
  await transaction.done;
  return there === undefined
    ? { id: 'vault', version: 1, protection: 'profile', keyId, key }
    : vaultOrNew();
};

/** The data key, ready to seal and unseal. Error: `locked`, until the passphrase is given. */
export const openKey = async (): Promise<Result<OpenKey, { readonly kind: 'locked' }>> => {
  const vault = await vaultOrNew();
  if (vault.protection === 'profile') return ok({ keyId: vault.keyId, key: vault.key });
  const unlocked = await sessionKey(Date.now());
  return unlocked?.keyId === vault.keyId
    ? ok({ keyId: vault.keyId, key: await importDataKey(unlocked.bytes) })
    : err({ kind: 'locked' });
};

/** How the keys are kept right now. */
export const securityState = async (): Promise<SecurityState> => {
  const [vault, guard, unlocked, autoLockMinutes] = await Promise.all([
    readVault(),
    readGuard(),
    sessionKey(Date.now()),
    readSetting('autoLockMinutes'),
  ]);
  const protection = vault?.protection ?? 'profile';
  return {
    protection,
    isLocked: protection === 'passphrase' && unlocked?.keyId !== vault?.keyId,
    autoLockMinutes,
    notBeforeMs: notBefore(guard, Date.now()),
  };
};

/** Calls back with the state of security at once and after every change; returns how to stop. */
export const watchSecurity = (listener: (state: SecurityState) => void): (() => void) =>
  watch('security', securityState, listener);
