import type { Account, AccountKeys } from '../../domain/account.ts';
import { parseAccount } from '../../domain/parse-records.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { SecretsError } from '../../domain/security.ts';
import { announce } from '../changes.ts';
import { database } from '../database.ts';
import { readOne } from '../storage/read.ts';
import { keysIn, sealJson } from './account-seal.ts';
import { vaultLock } from './vault-lock.ts';
import { openKey } from './vault.ts';

/**
 * The keys of an account, for signing. Errors: `locked` until the person unlocks (wait, and ask again on
 * the next `security` change), `accountGone`, `unreadable`.
 */
export const readSecrets = async (
  accountId: string,
): Promise<Result<AccountKeys, SecretsError>> => {
  const record = await readOne('secrets', accountId);
  if (!record) return err({ kind: 'accountGone' });
  const open = await openKey();
  if (!open.ok) return open;
  const keys = await keysIn(record, open.value);
  return keys ? ok(keys) : err({ kind: 'unreadable' });
};

/**
 * Writes an account and its keys together, the keys sealed. An account of the same id is replaced and
 * stays the default if it was.
 * Error: `locked`, and nothing is written.
 */
export const saveAccount = (
  account: Account,
  keys: AccountKeys,
): Promise<Result<null, { readonly kind: 'locked' }>> =>
  vaultLock(async () => {
    const open = await openKey();
    if (!open.ok) return open;
    const sealed = await sealJson(open.value, account.id, keys);
    const transaction = (await database()).transaction(['accounts', 'secrets'], 'readwrite');
    const before = parseAccount(await transaction.objectStore('accounts').get(account.id));
    await Promise.all([
      transaction
        .objectStore('accounts')
        .put(before?.isDefault ? { ...account, isDefault: true } : account),
      transaction.objectStore('secrets').put(sealed),
      transaction.done,
    ]);
    announce('accounts');
    return ok(null);
  });
