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

/** Which step an unfinished job is in. `nowMs` is Unix time. */
export const stageOf = (job: SwapJob, nowMs: number): SwapStage => {
  if (job.state === 'confirming') return 'Checking';
  if (job.state !== 'accepted') return 'Uploading';
  return job.dueAtMs > nowMs ? 'X is processing' : 'Checking';
};
