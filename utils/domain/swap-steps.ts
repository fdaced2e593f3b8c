import type { ApiErrorKind } from './api-error.ts';
import { firstLookAfterMs } from './limits.ts';
import { isSettled, type SwapFailure, type SwapJob } from './swap-job.ts';

const firstPauseMs = firstLookAfterMs + 500;

/**
 * Pauses before each look at the user object after an upload was accepted, in ms. The first is X's own
 * advice with half a second for clocks and the wire; the rest grow, about four minutes in all.
 */
export const lookPausesMs: readonly number[] = [
  firstPauseMs,
  4_000,
  8_000,
  15_000,
  30_000,
  60_000,
  120_000,
];

/** What a job begins as. `id` and `nowMs` (Unix ms) are given so that this stays pure. */
export const newJob = (
  given: Pick<SwapJob, 'id' | 'accountId' | 'handle' | 'kind' | 'blobKey'>,
  nowMs: number,
): SwapJob => ({
  ...given,
  state: 'queued',
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
  attempts: 0,
  looks: 0,
  previousKey: null,
  acceptedAtMs: null,
  nextLookAtMs: null,
  liveUrl: null,
  failure: null,
});

type Step = (job: SwapJob, nowMs: number) => SwapJob | null;

/** Before the upload's first byte leaves. Remembers what the account showed until now. */
export const toSending =
  (previousKey: string | null): Step =>
  (job, nowMs) =>
    job.state === 'queued'
      ? { ...job, state: 'sending', previousKey, attempts: job.attempts + 1, updatedAtMs: nowMs }
      : null;

/** X took the file: from here on only looking is left. */
export const toAccepted: Step = (job, nowMs) =>
  job.state === 'sending'
    ? {
        ...job,
        state: 'accepted',
        acceptedAtMs: nowMs,
        nextLookAtMs: nowMs + firstPauseMs,
        looks: 0,
        updatedAtMs: nowMs,
      }
    : null;

/** A look that still showed the old picture: the next one is set, or the job ends as not shown yet. */
export const afterLook: Step = (job, nowMs) => {
  if (job.state !== 'accepted') return null;
  const looks = job.looks + 1;
  const pauseMs = lookPausesMs[looks];
  return pauseMs === undefined
    ? toFailed({ kind: 'notShownYet', looks })({ ...job, looks }, nowMs)
    : { ...job, looks, nextLookAtMs: nowMs + pauseMs, updatedAtMs: nowMs };
};

/** The user object names a new picture. */
export const toLive =
  (liveUrl: string): Step =>
  (job, nowMs) =>
    job.state === 'accepted' || job.state === 'sending'
      ? { ...job, state: 'live', liveUrl, nextLookAtMs: null, failure: null, updatedAtMs: nowMs }
      : null;

/** It cannot go on by itself. */
export const toFailed =
  (failure: SwapFailure): Step =>
  (job, nowMs) =>
    job.state === 'live' || job.state === 'cancelled'
      ? null
      : { ...job, state: 'failed', failure, nextLookAtMs: null, updatedAtMs: nowMs };

/** The person stopped it. What X already accepted may still appear; only this program stops looking. */
export const toCancelled: Step = (job, nowMs) =>
  isSettled(job) ? null : { ...job, state: 'cancelled', nextLookAtMs: null, updatedAtMs: nowMs };

/** Failures after which X may have taken the file all the same: the answer, not the request, was lost. */
const answerLost: ReadonlySet<ApiErrorKind> = new Set([
  'offline',
  'timedOut',
  'serverError',
  'overCapacity',
]);

const mayHaveArrived = ({ attempts, failure }: SwapJob): boolean =>
  attempts > 0 && failure?.kind === 'api' && answerLost.has(failure.error.kind);

/**
 * 'Try again'. A file that X accepted is not sent twice: looking begins anew. Where the answer was lost,
 * the job goes back to `sending`, which looks before it sends.
 */
export const toRetried: Step = (job, nowMs) => {
  if (job.state !== 'failed') return null;
  const again = { ...job, failure: null, looks: 0 };
  if (job.acceptedAtMs !== null) {
    return { ...again, state: 'accepted', nextLookAtMs: nowMs, updatedAtMs: nowMs };
  }
  // `updatedAtMs` stays at the time of the failure: from there X's processing time is counted.
  return mayHaveArrived(job)
    ? { ...again, state: 'sending' }
    : { ...again, state: 'queued', updatedAtMs: nowMs };
};

/**
 * When a job is next due, Unix ms; 0 is at once. A job found in `sending` without an upload under way
 * waits as long as X may need to show a picture, so that looking can tell whether it arrived.
 */
export const dueAtMs = (job: SwapJob): number => {
  if (job.state === 'accepted') return job.nextLookAtMs ?? 0;
  return job.state === 'sending' ? job.updatedAtMs + firstPauseMs : 0;
};

/**
 * An upload that was under way when the worker was stopped, and of which X shows nothing: back in the
 * queue, to be sent again.
 */
export const toQueuedAgain: Step = (job, nowMs) =>
  job.state === 'sending' ? { ...job, state: 'queued', updatedAtMs: nowMs } : null;
