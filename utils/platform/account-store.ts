import type { Account, AccountKeys } from '../domain/account.ts';
import { announce, watch } from './changes.ts';
import { database } from './database.ts';

/** All accounts, oldest first. Without secrets. */
export const listAccounts = async (): Promise<readonly Account[]> => {
  const accounts = await (await database()).getAll('accounts');
  return accounts.toSorted((a, b) => a.addedAtMs - b.addedAtMs);
};

/** One account by X's user id; null where it was removed. */
export const findAccount = async (accountId: string): Promise<Account | null> =>
  (await (await database()).get('accounts', accountId)) ?? null;

/** The keys of an account; only the background worker, which signs, has a use for them. */
export const keysOf = async (accountId: string): Promise<AccountKeys | null> =>
  (await (await database()).get('secrets', accountId))?.keys ?? null;

/** Writes an account and its keys together; an account of the same id is replaced. */
export const saveAccount = async (account: Account, keys: AccountKeys): Promise<void> => {
  const transaction = (await database()).transaction(['accounts', 'secrets'], 'readwrite');
  await Promise.all([
    transaction.objectStore('accounts').put(account),
    transaction.objectStore('secrets').put({ accountId: account.id, keys }),
    transaction.done,
  ]);
  announce('accounts');
};

/** Notes the picture an account now has; nothing where the account was removed meanwhile. */
export const notePicture = async (accountId: string, pictureUrl: string): Promise<void> => {
  const transaction = (await database()).transaction('accounts', 'readwrite');
  const account = await transaction.store.get(accountId);
  if (account) await transaction.store.put({ ...account, pictureUrl });
  await transaction.done;
  announce('accounts');
};

/** Removes an account with its keys. */
export const removeAccount = async (accountId: string): Promise<void> => {
  const transaction = (await database()).transaction(['accounts', 'secrets'], 'readwrite');
  await Promise.all([
    transaction.objectStore('accounts').delete(accountId),
    transaction.objectStore('secrets').delete(accountId),
    transaction.done,
  ]);
  announce('accounts');
};

/** Calls back with all accounts at once and after every change; returns how to stop. */
export const watchAccounts = (listener: (accounts: readonly Account[]) => void): (() => void) =>
  watch('accounts', listAccounts, listener);
