import { isSettled, type SwapJob } from './swap-job.ts';

/**
 * What the toolbar icon says of all swaps: something is under way, waits for the passphrase, stopped, or
 * nothing.
 */
export type SwapBadge = 'busy' | 'locked' | 'failed' | 'none';

const worthTellingMs = 86_400_000;

/**
 * Sums up all jobs for the toolbar icon. A failure counts while it is the newest word on its account and
 * kind of picture, for a day. `nowMs` is Unix time; `isLocked` says that keys are locked.
 */
export const badgeOf = (jobs: readonly SwapJob[], isLocked: boolean, nowMs: number): SwapBadge => {
  if (jobs.some((job) => !isSettled(job))) return isLocked ? 'locked' : 'busy';
  const newest = new Map<string, SwapJob>();
  for (const job of jobs) {
    const key = `${job.kind} ${job.accountId}`;
    if (job.createdAtMs >= (newest.get(key)?.createdAtMs ?? 0)) newest.set(key, job);
  }
  const isFresh = ({ state, updatedAtMs }: SwapJob): boolean =>
    state === 'failed' && nowMs - updatedAtMs < worthTellingMs;
  return [...newest.values()].some(isFresh) ? 'failed' : 'none';
};
