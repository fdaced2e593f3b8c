/**
 * Runs one thing at a time that changes what keys are sealed under, across all pages and the background.
 * Not to be nested.
 */
export const vaultLock = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('facelift-vault', work);
