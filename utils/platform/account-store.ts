import type { Account } from '../domain/account.ts';
import { parseAccount } from '../domain/parse-records.ts';
import { announce, watch } from './changes.ts';
import { database } from './database.ts';
import { readAll, readOne } from './storage/read.ts';

/** All accounts, oldest first. Without secrets. */
export const listAccounts = async (): Promise<readonly Account[]> =>
  (await readAll('accounts')).toSorted((a, b) => a.addedAtMs - b.addedAtMs);

/** One account by X's user id; null where it was removed. */
export const findAccount = (accountId: string): Promise<Account | null> =>
  readOne('accounts', accountId);

/** Notes something about an account; nothing where it was removed meanwhile. */
export const noteAccount = async (
  accountId: string,
  news: Partial<Pick<Account, 'name' | 'pictureUrl' | 'bannerUrl' | 'readBy'>>,
): Promise<void> => {
  const transaction = (await database()).transaction('accounts', 'readwrite');
  const account = parseAccount(await transaction.store.get(accountId));
  if (account) await transaction.store.put({ ...account, ...news });
  await transaction.done;
  announce('accounts');
};

/** Chooses the account that is used where nothing else says which; nothing where it was removed. */
export const makeDefault = async (accountId: string): Promise<void> => {
  const transaction = (await database()).transaction('accounts', 'readwrite');
  const all = ((await transaction.store.getAll()) as unknown[])
    .map(parseAccount)
    .filter((account) => account !== null);
  if (all.some(({ id }) => id === accountId)) {
    for (const { isDefault, ...account } of all) {
      const isChosen = account.id === accountId;
      if (isChosen !== (isDefault ?? false)) {
        void transaction.store.put(isChosen ? { ...account, isDefault: true } : account);
      }
    }
  }
  await transaction.done;
  announce('accounts');
};

const storesOfAccount = ['accounts', 'secrets', 'drafts'] as const;

/** Removes an account with its keys and what was typed for its profile. */
export const removeAccount = async (accountId: string): Promise<void> => {
  const transaction = (await database()).transaction(storesOfAccount, 'readwrite');
  await Promise.all([
    ...storesOfAccount.map((store) => transaction.objectStore(store).delete(accountId)),
    transaction.done,
  ]);
  announce('accounts');
};

/** Calls back with all accounts at once and after every change; returns how to stop. */
export const watchAccounts = (listener: (accounts: readonly Account[]) => void): (() => void) =>
  watch('accounts', listAccounts, listener);
