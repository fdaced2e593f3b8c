import type { PictureKind } from '../../utils/domain/picture.ts';
import { isSettled, type SwapJob } from '../../utils/domain/swap-job.ts';

/** The steps of a swap as a person sees them. */
export const swapStages = ['Uploading', 'X is processing', 'Checking'] as const;

export type SwapStage = (typeof swapStages)[number];

/** How long a finished swap is still worth showing to someone who comes back. */
const finishedShownForMs = 10 * 60_000;

/** The newest job of an account that is still under way, else its newest of all. */
export const newestJob = (
  jobs: readonly SwapJob[],
  accountId: string | null,
  kind: PictureKind,
): SwapJob | null => {
  const own = jobs
    .filter((job) => job.accountId === accountId && job.kind === kind)
    .toSorted((one, other) => other.createdAtMs - one.createdAtMs);
  return own.find((job) => !isSettled(job)) ?? own[0] ?? null;
};

/** The job to show: nothing once it is long over, was cancelled, or the person has moved on. */
export const visibleJob = (
  job: SwapJob | null,
  hiddenJobId: string | null,
  nowMs: number,
): SwapJob | null => {
  if (!job || !isSettled(job)) return job;
  const old = nowMs - job.updatedAtMs >= finishedShownForMs;
  return old || job.state === 'cancelled' || job.id === hiddenJobId ? null : job;
};

/** All jobs that the same press began, in a steady order; the job alone where it was for one account. */
export const batchOf = (jobs: readonly SwapJob[], job: SwapJob): readonly SwapJob[] =>
  job.batchId === undefined
    ? [job]
    : jobs
        .filter(({ batchId }) => batchId === job.batchId)
        .toSorted((one, other) => one.handle.localeCompare(other.handle, 'en'));

/**
 * What to show of the newest job and those begun with it: all of them until the last is settled, so that
 * none ends unseen; then as `visibleJob` for each.
 */
export const visibleJobs = (
  jobs: readonly SwapJob[],
  newest: SwapJob | null,
  hiddenJobId: string | null,
  nowMs: number,
): readonly SwapJob[] => {
  const batch = newest ? batchOf(jobs, newest) : [];
  if (batch.length > 1 && !batch.every(isSettled)) return batch;
  if (batch.some(({ id }) => id === hiddenJobId)) return [];
  const isWorthShowing = batch.some((job) => visibleJob(job, hiddenJobId, nowMs) !== null);
  return isWorthShowing ? batch : [];
};

/** What the status region says of several jobs begun together. */
export const batchStatus = (jobs: readonly SwapJob[]): string => {
  const live = jobs.filter(({ state }) => state === 'live').length;
  const failed = jobs.filter(({ state }) => state === 'failed').length;
  if (live === jobs.length) return `Live on all ${live} accounts`;
  const open = jobs.filter((job) => !isSettled(job)).length;
  const parts = [
    `${live} of ${jobs.length} done`,
    ...(failed > 0 ? [`${failed} did not go through`] : []),
    ...(open > 0 ? [`${open} under way`] : []),
  ];
  return parts.join(', ');
};

/** Which step an unfinished job is in. `nowMs` is Unix time. */
export const stageOf = (job: SwapJob, nowMs: number): SwapStage => {
  if (job.state === 'confirming' || job.state === 'checking') return 'Checking';
  if (job.state !== 'accepted') return 'Uploading';
  return job.dueAtMs > nowMs ? 'X is processing' : 'Checking';
};

/** What a job's progress bar measures; with whose it is where there are several. */
export const progressLabel = (
  { kind, handle, isRemoval }: Pick<SwapJob, 'kind' | 'handle' | 'isRemoval'>,
  isOneOfMany = false,
): string => {
  const doing = isRemoval ? 'Removing' : 'Swapping';
  return isOneOfMany ? `${doing} the ${kind} of @${handle}` : `${doing} your ${kind}`;
};

/** What a swap has come to, once it is live. */
export const liveWords = ({
  kind,
  undoOf,
  isRemoval,
}: Pick<SwapJob, 'kind' | 'undoOf' | 'isRemoval'>): string => {
  if (isRemoval) return 'Your banner is removed.';
  const what = kind === 'avatar' ? 'picture' : 'banner';
  return undoOf === undefined ? `Your new ${what} is up.` : `Your earlier ${what} is back.`;
};
