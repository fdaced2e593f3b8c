import { swapFailureText } from '../../utils/domain/error-texts.ts';
import type { SwapFailure, SwapJob } from '../../utils/domain/swap-job.ts';
import { formatTime } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { useServer } from '../shared/server-context.ts';
import type { JobActions } from './JobFailure.tsx';

const isOffline = (wait: SwapFailure): boolean =>
  wait.kind === 'api' && wait.error.kind === 'offline';

/** A job that goes on by itself: what it waits for, until when, and how not to wait. */
export const JobWaiting = ({
  job,
  wait,
  actions: { onRetry, onCancel },
}: {
  readonly job: SwapJob;
  readonly wait: SwapFailure;
  readonly actions: JobActions;
}) => (
  <div class="notice notice--waiting">
    <Icon name="clock" sizePx={18} />
    <div class="notice__body">
      <p class="notice__text">
        {useServer().say(swapFailureText(wait, job.acceptedAtMs !== null).text)}
      </p>
      <p class="notice__next">
        Your picture is safe. Facelift tries again by itself at {formatTime(job.dueAtMs)}
        {isOffline(wait) ? ', or as soon as you are back online.' : '.'}
      </p>
      <div class="notice__actions">
        <button type="button" class="button" onClick={() => onRetry(job.id)}>
          Try again
        </button>
        <button type="button" class="button" onClick={() => onCancel(job.id)}>
          {job.acceptedAtMs === null ? 'Cancel' : 'Stop checking'}
        </button>
      </div>
    </div>
  </div>
);

/** The connection broke while sending: nobody knows whether X has the picture until it shows, or does not. */
export const JobChecking = ({
  job,
  onCancel,
}: {
  readonly job: SwapJob;
  readonly onCancel: JobActions['onCancel'];
}) => {
  const { name } = useServer();
  return (
    <div class="notice notice--waiting">
      <Icon name="clock" sizePx={18} />
      <div class="notice__body">
        <p class="notice__text">Checking whether {name} already has it.</p>
        <p class="notice__next">
          The connection broke while your picture was on its way. If {name} does not show it within
          a minute, Facelift sends it again by itself. You can close this.
        </p>
        <div class="notice__actions">
          <button type="button" class="button" onClick={() => onCancel(job.id)}>
            Cancel
          </button>
        </div>
      </div>
    </div>
  );
};

/** X has the picture and takes unusually long to show it. */
export const JobSlow = ({
  job,
  onCancel,
}: {
  readonly job: SwapJob;
  readonly onCancel: JobActions['onCancel'];
}) => {
  const { name, profileOf } = useServer();
  return (
    <div class="notice notice--waiting">
      <Icon name="clock" sizePx={18} />
      <div class="notice__body">
        <p class="notice__text">{name} accepted the picture but has not shown it yet.</p>
        <p class="notice__next">
          Nothing needs to be sent again. Facelift keeps looking, next at {formatTime(job.dueAtMs)},
          and tells you when it shows. You can close this.
        </p>
        <div class="notice__actions">
          <a class="button" href={profileOf(job.handle)} target="_blank" rel="noreferrer">
            See @{job.handle} on {name}
          </a>
          <button type="button" class="button" onClick={() => onCancel(job.id)}>
            Stop checking
          </button>
        </div>
      </div>
    </div>
  );
};
