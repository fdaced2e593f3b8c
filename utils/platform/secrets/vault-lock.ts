/**
 * Runs one thing at a time that changes what keys are sealed under, across all pages and the background.
 * Not to be nested.
 */
export const vaultLock = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('facelift-vault', work);

/**
 * The same for the unlocked key, which pages prolong while the background may be locking it. May be taken
 * inside `vaultLock`, never around it.
 */
export const sessionLock = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('facelift-session', work);
