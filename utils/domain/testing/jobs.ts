import type { ApiError, ApiErrorKind } from '../api-error.ts';
import type { SwapJob } from '../swap-job.ts';
import * as steps from '../swap-steps.ts';

/** What every job of a test is about. */
export const given = {
  id: 'j',
  accountId: '1',
  handle: 'ada_paints',
  kind: 'avatar',
  blobKey: 'b',
} as const;

/** The job after several steps at 1000 ms; null as soon as one of them is not allowed. */
export const run = (job: SwapJob | null, ...changes: readonly steps.Step[]): SwapJob | null =>
  changes.reduce<SwapJob | null>((now, change) => now && change(now, 1000), job);

const reached = (job: SwapJob | null): SwapJob => {
  if (!job) throw new Error('The ordinary way leads here');
  return job;
};

export const prepared = steps.newJob(given, 0);
export const queued = reached(run(prepared, steps.toQueued));
export const sending = reached(run(queued, steps.toSending('1/old')));
export const accepted = reached(run(sending, steps.toAccepted));

/** An error of X that says no more than its kind, unless `over` does. */
export const apiError = (kind: ApiErrorKind, over: Partial<ApiError> = {}): ApiError => ({
  kind,
  status: null,
  code: null,
  message: '',
  ...over,
});

/** The step after a call that failed while there is a network. */
export const hit = (kind: ApiErrorKind, over: Partial<ApiError> = {}): steps.Step =>
  steps.afterApiError(apiError(kind, over), { jitter: 0.5, isOffline: false });
