import { parseSwapJob } from '../domain/parse-records.ts';
import { isSettled, type SwapJob } from '../domain/swap-job.ts';
import { announce, watch } from './changes.ts';
import { database } from './database.ts';
import { readAll, readOne } from './storage/read.ts';

/** How many finished jobs are kept, so that pages opened later still show how the last ones ended. */
const keptSettledJobs = 20;

/** All jobs, newest first. */
export const listJobs = async (): Promise<readonly SwapJob[]> =>
  (await readAll('jobs')).toSorted((a, b) => b.createdAtMs - a.createdAtMs);

/** One job; null where there is none of that id. */
export const findJob = (jobId: string): Promise<SwapJob | null> => readOne('jobs', jobId);

/** Writes a job down and tells every page. */
export const saveJob = async (job: SwapJob): Promise<void> => {
  await (await database()).put('jobs', job);
  announce('jobs');
};

/**
 * Changes a job in one transaction, so that a cancel and the worker cannot overwrite each other.
 * `change` gives null to leave it as it is. Returns the job as it now stands; null where there is none.
 */
export const updateJob = async (
  jobId: string,
  change: (job: SwapJob) => SwapJob | null,
): Promise<SwapJob | null> => {
  const transaction = (await database()).transaction('jobs', 'readwrite');
  const job = parseSwapJob(await transaction.store.get(jobId));
  const changed = job ? change(job) : null;
  if (changed) await transaction.store.put(changed);
  await transaction.done;
  if (changed) announce('jobs');
  return changed ?? job;
};

/** Drops the oldest finished jobs and every stored file that neither a kept job nor the history needs. */
export const tidyJobs = async (): Promise<void> => {
  const all = await listJobs();
  const dropped = new Set(all.filter(isSettled).slice(keptSettledJobs));
  const needed = new Set(
    [...all.filter((job) => !dropped.has(job)), ...(await readAll('history'))].map(
      ({ blobKey }) => blobKey,
    ),
  );
  const staleMs = Date.now() - staleBlobAfterMs;
  const orphans = (await readAll('blobs')).filter(
    ({ key, createdAtMs }) => !needed.has(key) && createdAtMs < staleMs,
  );
  const transaction = (await database()).transaction(['jobs', 'blobs'], 'readwrite');
  await Promise.all([
    ...[...dropped].map(({ id }) => transaction.objectStore('jobs').delete(id)),
    ...orphans.map(({ key }) => transaction.objectStore('blobs').delete(key)),
    transaction.done,
  ]);
};

// A file is stored a moment before its job: only what has been alone for a while is an orphan.
const staleBlobAfterMs = 600_000;

/** Calls back with all jobs, newest first, at once and after every change; returns how to stop. */
export const watchJobs = (listener: (jobs: readonly SwapJob[]) => void): (() => void) =>
  watch('jobs', listJobs, listener);

/** Forgets jobs by id. */
export const dropJobs = async (ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const transaction = (await database()).transaction('jobs', 'readwrite');
  await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
  announce('jobs');
};
