import { errorDetails, swapFailureText } from '../../utils/domain/error-texts.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { useNow } from '../shared/hooks.ts';
import { Icon } from '../shared/Icon.tsx';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';
import { stageOf } from './job-view.ts';
import { SwapProgress } from './SwapProgress.tsx';

interface JobPanelProps {
  readonly job: SwapJob;
  readonly onCancel: (jobId: string) => void;
  readonly onRetry: (jobId: string) => void;
  readonly onOpenOptions: () => void;
}

/** Stands beside the status region, which holds the word itself. */
const Live = ({ job }: { readonly job: SwapJob }) => (
  <>
    <span class="action-area__picture">
      <ProfilePicture url={job.liveUrl ?? ''} handle={job.handle} sizePx={48} />
      <span class="action-area__tick">
        <Icon name="check" sizePx={14} />
      </span>
    </span>
    <p class="action-area__link">
      Your new picture is up.{' '}
      <a href={`https://x.com/${job.handle}`} target="_blank" rel="noreferrer">
        See @{job.handle} on X
      </a>
    </p>
  </>
);

/** One swap from the moment X is asked to the moment it shows, or why it does not. */
export const JobPanel = ({ job, onCancel, onRetry, onOpenOptions }: JobPanelProps) => {
  const nowMs = useNow(job.nextLookAtMs);
  if (job.state === 'live') return <Live job={job} />;
  if (job.state === 'failed' && job.failure) {
    const words = swapFailureText(job.failure);
    return (
      <ErrorNotice words={words} details={errorDetails(job.failure)}>
        <button type="button" class="button button--primary" onClick={() => onRetry(job.id)}>
          Try again
        </button>
        {words.where === 'settings' && (
          <button type="button" class="button" onClick={onOpenOptions}>
            Open settings
          </button>
        )}
      </ErrorNotice>
    );
  }
  return (
    <div class="job">
      <SwapProgress stage={stageOf(job, nowMs)} />
      <button type="button" class="button button--small" onClick={() => onCancel(job.id)}>
        {job.acceptedAtMs === null ? 'Cancel' : 'Stop checking'}
      </button>
    </div>
  );
};

/** The one short word the status region holds for a job; empty where there is nothing to say. */
export const statusOf = (job: SwapJob | null, nowMs: number): string => {
  if (!job || job.state === 'failed') return '';
  return job.state === 'live' ? 'Live' : stageOf(job, nowMs);
};
