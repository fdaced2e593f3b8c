import { isSettled, type SwapJob } from '../domain/swap-job.ts';
import { announce, watch } from './changes.ts';
import { database } from './database.ts';

/** How many finished jobs are kept, so that pages opened later still show how the last ones ended. */
const keptSettledJobs = 20;

/** All jobs, newest first. */
export const listJobs = async (): Promise<readonly SwapJob[]> => {
  const jobs = await (await database()).getAll('jobs');
  return jobs.toSorted((a, b) => b.createdAtMs - a.createdAtMs);
};

/** One job; null where there is none of that id. */
export const findJob = async (jobId: string): Promise<SwapJob | null> =>
  (await (await database()).get('jobs', jobId)) ?? null;

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
  const job = await transaction.store.get(jobId);
  const changed = job ? change(job) : null;
  if (changed) await transaction.store.put(changed);
  await transaction.done;
  if (changed) announce('jobs');
  return changed ?? job ?? null;
};

/** Drops the oldest finished jobs and every stored file that no kept job needs. */
export const tidyJobs = async (): Promise<void> => {
  const settled = (await listJobs()).filter(isSettled).slice(keptSettledJobs);
  const transaction = (await database()).transaction(['jobs', 'blobs'], 'readwrite');
  const jobs = transaction.objectStore('jobs');
  await Promise.all(settled.map((job) => jobs.delete(job.id)));
  const needed = new Set((await jobs.getAll()).map((job) => job.blobKey));
  const blobs = transaction.objectStore('blobs');
  const stale = Date.now() - staleBlobAfterMs;
  for (const { key, createdAtMs } of await blobs.getAll()) {
    if (!needed.has(key) && createdAtMs < stale) await blobs.delete(key);
  }
  await transaction.done;
};

// A file is stored a moment before its job: only what has been alone for a while is an orphan.
const staleBlobAfterMs = 600_000;

/** Calls back with all jobs, newest first, at once and after every change; returns how to stop. */
export const watchJobs = (listener: (jobs: readonly SwapJob[]) => void): (() => void) =>
  watch('jobs', listJobs, listener);
