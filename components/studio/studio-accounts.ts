import { type Account, defaultAccountOf } from '../../utils/domain/account.ts';
import { isX } from '../../utils/domain/server.ts';

/** Which accounts there are, and whom a swap is for. */
export interface AccountChoice {
  /** Null until they are known. */
  readonly accounts: readonly Account[] | null;
  /** The account that is shown; a swap is for it and for those in `alsoIds`. */
  readonly accountId: string | null;
  readonly alsoIds: readonly string[];
  /** The account the page was opened for, if any. */
  readonly preferredHandle: string | null;
}

/** The account in use, or null where there is none yet. */
export const chosenAccount = ({ accounts, accountId }: AccountChoice): Account | null =>
  accounts?.find(({ id }) => id === accountId) ?? null;

/** All accounts a swap is for, the one in use first. */
export const chosenAccounts = ({
  accounts,
  accountId,
  alsoIds,
}: AccountChoice): readonly Account[] =>
  [accountId, ...alsoIds]
    .map((id) => accounts?.find((account) => account.id === id))
    .filter((account) => account !== undefined);

/** Whom a swap is for once the list of accounts has changed. */
export const pickAccounts = (
  state: AccountChoice,
  accounts: readonly Account[],
): Pick<AccountChoice, 'accountId' | 'alsoIds'> => {
  const has = (id: string | null): id is string => accounts.some((account) => account.id === id);
  const [accountId, ...alsoIds] = [state.accountId, ...state.alsoIds].filter(has);
  if (accountId !== undefined) return { accountId, alsoIds };
  const wanted = state.preferredHandle?.toLowerCase();
  // The handle is that of a page of X: elsewhere it may be anybody's.
  const preferred = accounts.find(
    ({ handle, apiBase }) => isX(apiBase) && handle.toLowerCase() === wanted,
  );
  return { accountId: (preferred ?? defaultAccountOf(accounts))?.id ?? null, alsoIds: [] };
};

/** What a person chose: the first is the one that is shown. Nothing at all leaves the one there is. */
export const choiceOf = (
  state: AccountChoice,
  [accountId, ...alsoIds]: readonly string[],
): Pick<AccountChoice, 'accountId' | 'alsoIds'> => ({
  accountId: accountId ?? state.accountId,
  alsoIds,
});
