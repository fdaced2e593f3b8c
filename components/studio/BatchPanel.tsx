import { type Account, defaultApiBase } from '../../utils/domain/account.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { isSlow } from '../../utils/domain/swap-steps.ts';
import { useNow } from '../shared/hooks.ts';
import { Icon } from '../shared/Icon.tsx';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';
import { ServerContext, useServer } from '../shared/server-context.ts';
import { type JobActions, JobFailure } from './JobFailure.tsx';
import { progressLabel, stageOf } from './job-view.ts';
import { JobChecking, JobSlow, JobWaiting } from './JobWaiting.tsx';
import { SwapProgress } from './SwapProgress.tsx';

interface BatchPanelProps {
  readonly jobs: readonly SwapJob[];
  readonly accounts: readonly Account[];
  /** True while the keys are locked: what is not done waits, and is told of elsewhere. */
  readonly isLocked: boolean;
  readonly actions: JobActions;
}

interface LineProps {
  readonly job: SwapJob;
  readonly pictureUrl: string;
  readonly isLocked: boolean;
  readonly actions: JobActions;
}

const Ended = ({ job }: { readonly job: SwapJob }) => {
  const { name, profileOf } = useServer();
  if (job.state === 'cancelled') return <span class="batch__word">Cancelled</span>;
  return (
    <>
      <a
        class="batch__link"
        href={profileOf(job.handle)}
        aria-label={`See @${job.handle} on ${name}`}
        target="_blank"
        rel="noreferrer"
      >
        See it
      </a>
      <span class="batch__word" data-live="true">
        <Icon name="check" sizePx={14} />
        Live
      </span>
    </>
  );
};

const Running = ({ job, isLocked, actions }: Omit<LineProps, 'pictureUrl'>) => {
  const nowMs = useNow(job.dueAtMs);
  return (
    <>
      {isLocked ? (
        <span class="batch__word">Waits for your passphrase</span>
      ) : (
        <SwapProgress stage={stageOf(job, nowMs)} label={progressLabel(job, true)} isShort />
      )}
      <button type="button" class="button button--small" onClick={() => actions.onCancel(job.id)}>
        {job.acceptedAtMs === null ? 'Cancel' : 'Stop checking'}
      </button>
    </>
  );
};

/** What stands below the line of an account, where a line does not hold it. */
const More = ({ job, actions }: Pick<LineProps, 'job' | 'actions'>) => {
  if (job.state === 'failed' && job.failure) {
    return <JobFailure job={job} failure={job.failure} actions={actions} />;
  }
  if (job.wait) return <JobWaiting job={job} wait={job.wait} actions={actions} />;
  if (job.state === 'checking') return <JobChecking job={job} onCancel={actions.onCancel} />;
  return isSlow(job) ? <JobSlow job={job} onCancel={actions.onCancel} /> : null;
};

/** Whether there is more to say of an unfinished job than which step it is in. */
const saysMore = (job: SwapJob): boolean =>
  job.wait !== null || job.state === 'checking' || isSlow(job);

const Line = ({ job, pictureUrl, isLocked, actions }: LineProps) => {
  const isOver = job.state === 'live' || job.state === 'cancelled';
  const hasMore = job.state === 'failed' || (!isLocked && saysMore(job));
  return (
    <li class="batch__line" aria-label={`@${job.handle}`}>
      <div class="batch__row">
        <ProfilePicture
          url={(job.kind === 'avatar' && job.liveUrl) || pictureUrl}
          handle={job.handle}
          sizePx={28}
        />
        <span class="batch__handle">@{job.handle}</span>
        {isOver && <Ended job={job} />}
        {!isOver && !hasMore && <Running job={job} isLocked={isLocked} actions={actions} />}
      </div>
      {hasMore && <More job={job} actions={actions} />}
    </li>
  );
};

/** One press, several accounts: each with a line, an end and a next step of its own. */
export const BatchPanel = ({ jobs, accounts, isLocked, actions }: BatchPanelProps) => (
  <ul class="batch" aria-label="Swaps">
    {jobs.map((job) => {
      const account = accounts.find(({ id }) => id === job.accountId);
      return (
        <ServerContext.Provider key={job.id} value={account?.apiBase ?? defaultApiBase}>
          <Line
            job={job}
            pictureUrl={account?.pictureUrl ?? ''}
            isLocked={isLocked}
            actions={actions}
          />
        </ServerContext.Provider>
      );
    })}
  </ul>
);
