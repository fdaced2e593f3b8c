import type { AddAccountError } from '../utils/domain/account-errors.ts';
import type { Account, AccountKeys } from '../utils/domain/account.ts';
import type { Result } from '../utils/domain/result.ts';
import type { AppChoice, SignInView } from '../utils/domain/sign-in.ts';
import type { DataPorts, SecurityPorts } from './security-ports.ts';

/** Signing in to an app instead of pasting an account's own keys. */
export interface SignInPorts {
  /** Calls back with the sign-in under way at once and after every change; returns how to stop. */
  watch(listener: (view: SignInView | null) => void): () => void;
  /** The address an app has to list among its callbacks for `inWindow`. */
  readonly redirectAddress: string;
  /** Begins a sign-in by PIN: opens the page that shows it. Call it on a press, as `addAccount`. */
  begin(app: AppChoice): Promise<Result<null, AddAccountError>>;
  /** Opens the page of the sign-in under way once more. */
  reopen(): Promise<Result<null, AddAccountError>>;
  /** Ends the sign-in under way with its PIN, as it was typed. */
  finish(pin: string): Promise<Result<Account, AddAccountError>>;
  cancel(): Promise<void>;
  /** The whole sign-in in a window of the browser's, without a PIN. Call it on a press. */
  inWindow(app: AppChoice): Promise<Result<Account, AddAccountError>>;
}

/** Everything the options page needs from outside; the page supplies it, tests supply their own. */
export interface OptionsPorts {
  /** Calls back at once and again whenever accounts change; returns how to stop. */
  watchAccounts(listener: (accounts: readonly Account[]) => void): () => void;
  /**
   * Checks the keys with their server and keeps them; resolves to the account they belong to. Asks the
   * browser for access to a server that is not X: call it on a press.
   */
  addAccount(keys: AccountKeys, apiBase: string): Promise<Result<Account, AddAccountError>>;
  removeAccount(accountId: string): Promise<void>;
  makeDefault(accountId: string): Promise<void>;
  readonly signIn: SignInPorts;
  readonly security: SecurityPorts;
  readonly data: DataPorts;
}
