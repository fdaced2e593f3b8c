import type { ApiError } from './api-error.ts';
import {
  checkFrom,
  checkOnceFrom,
  checkSpanMs,
  mayHaveArrived,
  mayStillArrive,
  nextCheckAtMs,
} from './arrival-check.ts';
import { firstLookAfterMs, longestUploadMs } from './limits.ts';
import { maxTries, retryOf } from './retry-policy.ts';
import { isLooking, isSettled, type SwapFailure, type SwapJob } from './swap-job.ts';

const firstPauseMs = firstLookAfterMs + 500;
const minuteMs = 60_000;

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

/** Pauses after those, while the person is told that X has not shown it yet; the last one repeats. */
const slowPausesMs: readonly number[] = [5 * minuteMs, 15 * minuteMs, 30 * minuteMs, 60 * minuteMs];

/** Looking ends this long after X accepted the picture. */
const longestLookingMs = 24 * 60 * minuteMs;

/** How often to try while the machine knows it is offline; coming online is told besides. */
const offlinePauseMs = minuteMs;

/** True once X has been given all the time it usually needs. */
export const isSlow = (job: SwapJob): boolean => isLooking(job) && job.looks >= lookPausesMs.length;

/** What a job begins as. `id` and `nowMs` (Unix ms) are given so that this stays pure. */
export const newJob = (
  given: Pick<SwapJob, 'id' | 'accountId' | 'handle' | 'kind' | 'blobKey'> &
    Partial<Pick<SwapJob, 'name' | 'isPrivate' | 'undoOf' | 'batchId' | 'region' | 'isRemoval'>>,
  nowMs: number,
): SwapJob => ({
  ...given,
  state: 'prepared',
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
  attempts: 0,
  tries: 0,
  looks: 0,
  dueAtMs: 0,
  wait: null,
  clockSkewMs: null,
  previousKey: null,
  acceptedAtMs: null,
  liveUrl: null,
  failure: null,
});

/** A change of a job, null where it does not apply to it. `nowMs` is Unix time. */
export type Step = (job: SwapJob, nowMs: number) => SwapJob | null;

/** Free of what it waited out. */
const goingOn = { dueAtMs: 0, wait: null } as const;

/** The background has taken it. */
export const toQueued: Step = (job, nowMs) =>
  job.state === 'prepared' ? { ...job, state: 'queued', updatedAtMs: nowMs } : null;

/** While it is not known whether X has the picture, it is not sent again before the check is over. */
const maySend = ({ state, checkUntilMs = 0 }: SwapJob, nowMs: number): boolean =>
  state === 'queued' || (state === 'checking' && nowMs >= checkUntilMs);

/** Before the upload's first byte leaves. Remembers what the account showed until now. */
export const toSending =
  (previousKey: string | null): Step =>
  (job, nowMs) =>
    maySend(job, nowMs)
      ? {
          ...job,
          ...goingOn,
          state: 'sending',
          previousKey,
          checkUntilMs: undefined,
          attempts: job.attempts + 1,
          updatedAtMs: nowMs,
        }
      : null;

/**
 * A job found in `sending` though nothing is being sent: the worker was stopped, and nobody knows how far
 * its upload got. When the connection broke is not known either: at the latest now, and at the latest when
 * the upload would have been given up.
 */
export const toChecking: Step = (job, nowMs) =>
  job.state === 'sending'
    ? {
        ...job,
        ...checkFrom(Math.min(nowMs, job.updatedAtMs + longestUploadMs)),
        state: 'checking',
        wait: null,
        looks: 0,
        updatedAtMs: nowMs,
      }
    : null;

/** A look that did not show the picture whose arrival is unknown. The next one is set. */
export const afterCheck: Step = (job, nowMs) =>
  job.state === 'checking'
    ? {
        ...job,
        looks: job.looks + 1,
        wait: null,
        dueAtMs: nextCheckAtMs(job.checkUntilMs ?? 0, nowMs),
      }
    : null;

/** X took the file: from here on only looking is left. */
export const toAccepted: Step = (job, nowMs) =>
  job.state === 'sending'
    ? {
        ...job,
        ...goingOn,
        state: 'accepted',
        acceptedAtMs: nowMs,
        dueAtMs: nowMs + firstPauseMs,
        looks: 0,
        tries: 0,
        updatedAtMs: nowMs,
      }
    : null;

/** A look that still showed the old picture: the next one is set, or after a day the job ends. */
export const afterLook: Step = (job, nowMs) => {
  if (!isLooking(job)) return null;
  const looks = job.looks + 1;
  const slowAt = Math.min(looks - lookPausesMs.length, slowPausesMs.length - 1);
  const pauseMs = lookPausesMs[looks] ?? slowPausesMs[slowAt] ?? minuteMs;
  const isOver = nowMs - (job.acceptedAtMs ?? nowMs) > longestLookingMs;
  if (isOver) return toFailed({ kind: 'notShownYet', looks })({ ...job, looks }, nowMs);
  const dueAtMs = nowMs + pauseMs;
  return { ...job, state: 'confirming', looks, wait: null, tries: 0, dueAtMs, updatedAtMs: nowMs };
};

/** The user object names a new picture. */
export const toLive =
  (liveUrl: string): Step =>
  (job, nowMs) =>
    isLooking(job) || job.state === 'checking'
      ? { ...job, ...goingOn, state: 'live', liveUrl, failure: null, updatedAtMs: nowMs }
      : null;

/** It cannot go on by itself. */
export const toFailed =
  (failure: SwapFailure): Step =>
  (job, nowMs) =>
    job.state === 'live' || job.state === 'cancelled'
      ? null
      : { ...job, ...goingOn, state: 'failed', failure, updatedAtMs: nowMs };

/** Where a failed upload leaves its job: X may have the picture, or has refused it and it waits in the queue. */
const afterUpload = (job: SwapJob, error: ApiError, nowMs: number): SwapJob => {
  if (!mayHaveArrived(error)) return { ...job, state: 'queued' };
  const times = mayStillArrive(error) ? checkFrom(nowMs) : checkOnceFrom(nowMs);
  return { ...job, ...times, state: 'checking', looks: 0, updatedAtMs: nowMs };
};

/**
 * A call that failed. Where waiting may help the job waits in the state it is in, else it fails; after an
 * upload that X may have taken all the same it goes on to `checking`. `jitter` is 0 to 1. While the machine
 * is `offline` nothing is counted: that is no attempt.
 */
export const afterApiError =
  (
    error: ApiError,
    { jitter, isOffline }: { readonly jitter: number; readonly isOffline: boolean },
  ): Step =>
  (job, nowMs) => {
    if (isSettled(job)) return null;
    const failure = { kind: 'api', error } as const;
    const isUpload = job.state === 'sending';
    const now = isUpload ? afterUpload(job, error, nowMs) : job;
    if (isOffline && error.kind === 'offline') {
      return { ...now, dueAtMs: nowMs + offlinePauseMs, wait: failure };
    }
    // What X already has is not given up for calls that fail in passing.
    const tries = isLooking(job) ? Math.min(job.tries, maxTries - 1) : job.tries;
    const knowsClock = job.clockSkewMs !== null;
    const retry = retryOf(error, nowMs, { tries, jitter, knowsClock });
    if (retry === null) return toFailed(failure)(now, nowMs);
    // That it is looked for says more than why.
    const isSaid = isUpload && mayStillArrive(error);
    return {
      ...now,
      tries: tries + 1,
      dueAtMs: Math.max(retry.atMs, now.dueAtMs),
      wait: retry.atMs > nowMs && !isSaid ? failure : null,
      clockSkewMs: retry.clockSkewMs ?? job.clockSkewMs,
    };
  };

/** What waits for the network need not wait any longer. */
export const onceOnline: Step = (job) =>
  job.wait?.kind === 'api' && job.wait.error.kind === 'offline' ? { ...job, ...goingOn } : null;

/** The person stopped it. What X already accepted may still appear; only this program stops looking. */
export const toCancelled: Step = (job, nowMs) =>
  isSettled(job) ? null : { ...job, ...goingOn, state: 'cancelled', updatedAtMs: nowMs };

/** Whether the last word on a failed job is that of an upload that X may have taken all the same. */
const isArrivalUnknown = ({ attempts, failure, checkUntilMs }: SwapJob): boolean =>
  checkUntilMs !== undefined ||
  (attempts > 0 && failure?.kind === 'api' && mayHaveArrived(failure.error));

/**
 * 'Try again', also of a job that waits. A file that X accepted is not sent twice: looking begins anew.
 * Where the answer was lost the job goes back to `checking`, which looks for as long as it has to.
 */
export const toRetried: Step = (job, nowMs) => {
  if (job.wait !== null) return { ...job, ...goingOn };
  if (job.state !== 'failed') return null;
  const again = { ...job, ...goingOn, failure: null, looks: 0, tries: 0, clockSkewMs: null };
  if (job.acceptedAtMs !== null) return { ...again, state: 'accepted', updatedAtMs: nowMs };
  if (!isArrivalUnknown(job)) return { ...again, state: 'queued', updatedAtMs: nowMs };
  const { checkUntilMs = job.updatedAtMs + checkSpanMs } = job;
  return { ...again, state: 'checking', checkUntilMs, updatedAtMs: nowMs };
};
