import { askFromOwnPage } from './messaging.ts';

/**
 * From a page of the extension: has the background go on with swaps, now and when the network comes back.
 * Pages read the database by themselves, so that without this nothing would start a worker that was
 * stopped before its alarm is due. Call once, while the page starts.
 */
export const resumeSwaps = (): void => {
  const ask = (isBackOnline: boolean): void => void askFromOwnPage('swap.resume', { isBackOnline });
  ask(false);
  addEventListener('online', () => ask(true));
};
