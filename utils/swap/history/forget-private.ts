import { isSettled, type SwapJob } from '../../domain/swap-job.ts';
import { dropBlobs } from '../../platform/blob-store.ts';
import { dropJobs, listJobs } from '../../platform/job-store.ts';

/** How long a private swap that failed can be tried again, and one that ended is told of. */
export const privateKeptForMs = 10 * 60_000;

/** A picture that is still needed: to be sent, or to be tried again for a while. */
const needsPicture = (job: SwapJob, nowMs: number): boolean =>
  !isSettled(job) || (job.state === 'failed' && nowMs - job.updatedAtMs < privateKeptForMs);

/**
 * Deletes what swaps from private windows left: their pictures as soon as they ended, those of failed
 * ones and the records themselves ten minutes later. `nowMs` is Unix time. Returns when to look again,
 * null where nothing is left to forget.
 */
export const forgetPrivateSwaps = async (nowMs: number): Promise<number | null> => {
  const jobs = (await listJobs()).filter(({ isPrivate }) => isPrivate === true);
  const ended = jobs.filter(isSettled);
  const over = ended.filter(({ updatedAtMs }) => nowMs - updatedAtMs >= privateKeptForMs);
  await dropBlobs(jobs.filter((job) => !needsPicture(job, nowMs)).map(({ blobKey }) => blobKey));
  await dropJobs(over.map(({ id }) => id));
  const left = ended.filter((job) => !over.includes(job));
  if (left.length === 0) return null;
  return Math.min(...left.map(({ updatedAtMs }) => updatedAtMs)) + privateKeptForMs;
};
