import type { AddAccountError } from '../utils/domain/account-errors.ts';
import type { Account, AccountKeys } from '../utils/domain/account.ts';
import type { Result } from '../utils/domain/result.ts';
import type { DataPorts, SecurityPorts } from './security-ports.ts';

/** Everything the options page needs from outside; the page supplies it, tests supply their own. */
export interface OptionsPorts {
  /** Calls back at once and again whenever accounts change; returns how to stop. */
  watchAccounts(listener: (accounts: readonly Account[]) => void): () => void;
  /** Checks the keys with X and keeps them; resolves to the account they belong to. */
  addAccount(keys: AccountKeys): Promise<Result<Account, AddAccountError>>;
  removeAccount(accountId: string): Promise<void>;
  readonly security: SecurityPorts;
  readonly data: DataPorts;
}
