import { isSendable } from '../../domain/history-rules.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { isSettled, type SwapJob } from '../../domain/swap-job.ts';
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

type WayBack = Pick<SwapJob, 'blobKey' | 'name' | 'isRemoval'>;

/** What to send to have the account as it was; null where nothing is left to send. */
const wayBack = async (
  { kind, before }: SwapJob,
  given: string | undefined,
): Promise<Result<WayBack, UndoProblem> | null> => {
  // Before there was no banner at all: it is taken away again.
  if (kind === 'banner' && before?.kind === 'none') return ok({ blobKey: '', isRemoval: true });
  const entry = before?.kind === 'saved' ? await findHistoryEntry(before.historyId) : null;
  if (!entry) return null;
  const file = await fileOf(entry, given);
  if (!file.ok) return file;
  return ok({ blobKey: file.value, ...(entry.name !== undefined && { name: entry.name }) });
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
  const back = job && (await wayBack(job, given));
  if (!back) return err({ kind: 'gone' });
  const account = await findAccount(job.accountId);
  if (!account) return err({ kind: 'accountGone' });
  if (!back.ok) return back;
  const { accountId, kind } = job;
  const [id, { handle }] = [crypto.randomUUID(), account];
  const about = { id, accountId, handle, kind, undoOf: jobId, ...back.value };
  await saveJob(newJob({ ...about, isPrivate }, nowMs));
  return ok(id);
};
