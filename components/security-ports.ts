import type { Result } from '../utils/domain/result.ts';
import type { PassphraseError, SecurityState } from '../utils/domain/security.ts';
import type { StorageProblem } from '../utils/domain/storage-problem.ts';

/** Resolves once it is done; the state that `watch` tells has changed by then. */
type Done = Promise<Result<null, PassphraseError>>;

/** What a page needs to show that keys are locked, and to unlock them. */
export interface UnlockPorts {
  /** Calls back with the state at once and after every change; returns how to stop. */
  watch(listener: (state: SecurityState) => void): () => void;
  unlock(passphrase: string): Done;
}

/** How keys are kept, and every way to change it. */
export interface SecurityPorts extends UnlockPorts {
  lock(): Promise<void>;
  setPassphrase(passphrase: string): Done;
  changePassphrase(current: string, next: string): Done;
  removePassphrase(current: string): Done;
  /** Minutes without use after which keys are locked, one of `autoLockChoices`. */
  chooseAutoLock(minutes: number): Promise<void>;
}

/** All that is stored, as a whole. */
export interface DataPorts {
  /** Why nothing can be read or stored; null where all is well. */
  storageProblem(): Promise<StorageProblem | null>;
  /** How many records could not be read and were set aside. */
  countSetAside(): Promise<number>;
  /** Everything stored but the keys, as a file to keep. */
  copyOfStored(): Promise<Blob>;
  eraseEverything(): Promise<Result<null, { readonly kind: 'failed' }>>;
}
