import { bannerAt } from '../../utils/domain/image-urls/account-picture.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { isSlow } from '../../utils/domain/swap-steps.ts';
import { useNow } from '../shared/hooks.ts';
import { Icon } from '../shared/Icon.tsx';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';
import { useServer } from '../shared/server-context.ts';
import { type JobActions, JobFailure } from './JobFailure.tsx';
import { liveWords, progressLabel, stageOf } from './job-view.ts';
import { JobChecking, JobSlow, JobWaiting } from './JobWaiting.tsx';
import { SwapProgress } from './SwapProgress.tsx';

interface JobPanelProps {
  readonly job: SwapJob;
  readonly actions: JobActions;
}

/** The banner X shows now; an empty frame where it was taken away. */
const LiveBanner = ({ url }: { readonly url: string }) => (
  <span class="banner-strip banner-strip--live" data-empty={url === ''} aria-hidden="true">
    {url !== '' && <img src={bannerAt(url, '600x200')} alt="" referrerpolicy="no-referrer" />}
  </span>
);

/** Stands beside the status region, which holds the word itself. */
const Live = ({ job }: { readonly job: SwapJob }) => {
  const { name, profileOf } = useServer();
  return (
    <>
      <span class="action-area__picture">
        {job.kind === 'avatar' ? (
          <ProfilePicture url={job.liveUrl ?? ''} handle={job.handle} sizePx={48} />
        ) : (
          <LiveBanner url={job.liveUrl ?? ''} />
        )}
        <span class="action-area__tick">
          <Icon name="check" sizePx={14} />
        </span>
      </span>
      <p class="action-area__link">
        {liveWords(job)}{' '}
        <a href={profileOf(job.handle)} target="_blank" rel="noreferrer">
          See @{job.handle} on {name}
        </a>
      </p>
    </>
  );
};

/** One swap from the moment X is asked to the moment it shows, or why it does not. */
export const JobPanel = ({ job, actions }: JobPanelProps) => {
  const nowMs = useNow(job.dueAtMs);
  if (job.state === 'live') return <Live job={job} />;
  if (job.state === 'failed' && job.failure) {
    return <JobFailure job={job} failure={job.failure} actions={actions} />;
  }
  if (job.wait) return <JobWaiting job={job} wait={job.wait} actions={actions} />;
  if (job.state === 'checking') return <JobChecking job={job} onCancel={actions.onCancel} />;
  if (isSlow(job)) return <JobSlow job={job} onCancel={actions.onCancel} />;
  return (
    <div class="job">
      <SwapProgress stage={stageOf(job, nowMs)} label={progressLabel(job)} />
      <button type="button" class="button button--small" onClick={() => actions.onCancel(job.id)}>
        {job.acceptedAtMs === null ? 'Cancel' : 'Stop checking'}
      </button>
    </div>
  );
};

/** What the status region says for a job; empty where an alert says it. */
export const statusOf = (job: SwapJob | null, nowMs: number): string => {
  if (!job || job.state === 'failed') return '';
  if (job.wait) return 'Waiting to try again';
  if (job.state === 'checking') return 'Checking whether X already has it';
  if (isSlow(job)) return 'Accepted, not shown yet';
  return job.state === 'live' ? 'Live' : stageOf(job, nowMs);
};
