import { isSendable } from '../../domain/history-rules.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { isSettled } from '../../domain/swap-job.ts';
import { newJob } from '../../domain/swap-steps.ts';
import type { UndoProblem } from '../../domain/undo-offer.ts';
import { findAccount } from '../../platform/account-store.ts';
import { findBlob } from '../../platform/blob-store.ts';
import { findHistoryEntry } from '../../platform/history-store.ts';
import { findJob, listJobs, saveJob } from '../../platform/job-store.ts';

/** What an undo is asked with. `blobKey` is the stored file where the picture had to be prepared. */
export interface UndoRequest {
  readonly jobId: string;
  readonly blobKey?: string;
  readonly isPrivate?: boolean;
}

const fileOf = async (
  entry: HistoryEntry,
  given: string | undefined,
): Promise<Result<string, UndoProblem>> => {
  if (given !== undefined) return ok(given);
  if (!isSendable(entry)) return err({ kind: 'needsPreparing' });
  return (await findBlob(entry.blobKey)) ? ok(entry.blobKey) : err({ kind: 'gone' });
};

/**
 * Queues a swap back to the picture before another swap, with that picture's very bytes where X takes
 * them. Resolves to the new job's id, or that of an undo under way already. `nowMs` is Unix time. Errors:
 * any `UndoProblem` but `notPrepared` and `notStarted`.
 */
export const queueUndo = (
  request: UndoRequest,
  nowMs: number,
): Promise<Result<string, UndoProblem>> => {
  const queued = last.then(() => queueOne(request, nowMs));
  last = queued.catch(() => undefined);
  return queued;
};

// One after the other: two presses at once must find each other's job.
let last: Promise<unknown> = Promise.resolve();

const queueOne = async (
  { jobId, blobKey: given, isPrivate = false }: UndoRequest,
  nowMs: number,
): Promise<Result<string, UndoProblem>> => {
  const running = (await listJobs()).find((job) => job.undoOf === jobId && !isSettled(job));
  if (running) return ok(running.id);
  const job = await findJob(jobId);
  const entry = job?.before?.kind === 'saved' ? await findHistoryEntry(job.before.historyId) : null;
  if (!job || !entry) return err({ kind: 'gone' });
  const account = await findAccount(job.accountId);
  if (!account) return err({ kind: 'accountGone' });
  const file = await fileOf(entry, given);
  if (!file.ok) return file;
  const { accountId, kind } = job;
  const [id, { handle }] = [crypto.randomUUID(), account];
  const name = entry.name === undefined ? {} : { name: entry.name };
  const about = { id, accountId, handle, kind, blobKey: file.value, undoOf: jobId, ...name };
  await saveJob(newJob({ ...about, isPrivate }, nowMs));
  return ok(id);
};
