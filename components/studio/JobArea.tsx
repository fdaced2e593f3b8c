import type { SecurityState } from '../../utils/domain/security.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import type { StudioPorts } from '../studio-ports.ts';
import { BatchPanel } from './BatchPanel.tsx';
import type { JobActions } from './JobFailure.tsx';
import { JobPanel } from './JobPanel.tsx';
import { LockedJob } from './LockedJob.tsx';
import { StartError } from './StartError.tsx';
import type { StudioState } from './studio-state.ts';

interface JobAreaProps {
  readonly state: Pick<StudioState, 'accounts' | 'startError'>;
  readonly ports: StudioPorts;
  /** One, or those that the same press began. */
  readonly jobs: readonly SwapJob[];
  /** The one that waits for the passphrase; null while none does. */
  readonly locked: SwapJob | null;
  readonly security: SecurityState | null;
}

/** What became of a press: one swap, or one for each of several accounts. */
export const JobArea = ({ state, ports, jobs, locked, security }: JobAreaProps) => {
  const actions: JobActions = {
    onCancel: (id) => void ports.cancelSwap(id),
    onRetry: (id) => void ports.retrySwap(id),
    onOpenOptions: ports.openOptions,
    onCopyReport: (id) => ports.copyReport(id),
  };
  const [job] = jobs;
  const isBatch = jobs.length > 1;
  return (
    <>
      {locked && security && ports.security && (
        <LockedJob
          job={locked}
          security={security}
          unlock={ports.security.unlock}
          onCancel={actions.onCancel}
        />
      )}
      {isBatch && state.startError && <StartError problem={state.startError} isPart />}
      {isBatch && (
        <BatchPanel
          jobs={jobs}
          accounts={state.accounts ?? []}
          isLocked={locked !== null}
          actions={actions}
        />
      )}
      {job && !isBatch && !locked && <JobPanel job={job} actions={actions} />}
    </>
  );
};
