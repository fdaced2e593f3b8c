import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import type { StudioPorts } from '../studio-ports.ts';
import { defaultApiBase } from '../../utils/domain/account.ts';
import { sayServer, serverName } from '../../utils/domain/server.ts';
import { isSettled } from '../../utils/domain/swap-job.ts';
import { useNow } from '../shared/hooks.ts';
import { ServerContext } from '../shared/server-context.ts';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { useSecurity, useStorageProblem } from '../shared/use-security.ts';
import { JobArea } from './JobArea.tsx';
import { statusOf } from './JobPanel.tsx';
import { batchStatus, newestJob, visibleJobs } from './job-view.ts';
import { RemoveBanner } from './RemoveBanner.tsx';
import type { StudioEvent, StudioState } from './studio-state.ts';
import { SwapAction } from './SwapAction.tsx';
import { SwapProgress } from './SwapProgress.tsx';
import { UndoSwap } from './UndoSwap.tsx';
import type { AsItIs } from './use-from-history.ts';

interface ActionAreaProps {
  readonly state: StudioState;
  readonly ports: StudioPorts;
  readonly dispatch: (event: StudioEvent) => void;
  /** The pictures a swap can go back to; null until they are known. */
  readonly entries: readonly HistoryEntry[] | null;
  /** Set where what is framed is a picture of the history that X takes as it is. */
  readonly asItIs: AsItIs | null;
}

/** Keeps the keyboard where it was when the button that had it gives way to something else. */
const useKeptFocus = (shows: string) => {
  const area = useRef<HTMLDivElement>(null);
  const before = useRef(shows);
  useLayoutEffect(() => {
    if (before.current === shows) return;
    before.current = shows;
    if (document.activeElement === document.body) area.current?.focus({ preventScroll: true });
  }, [shows]);
  return area;
};

/** The one action, and what becomes of it: the button, the progress, the result. */
export const ActionArea = ({ state, ports, dispatch, entries, asItIs }: ActionAreaProps) => {
  const newest = newestJob(state.jobs, state.accountId, state.kind);
  const nowMs = useNow(newest?.dueAtMs ?? null);
  const starting = state.start !== 'idle';
  const jobs = starting ? [] : visibleJobs(state.jobs, newest, state.hiddenJobId, nowMs);
  const isBatch = jobs.length > 1;
  const job = isBatch ? (jobs.find((each) => !isSettled(each)) ?? null) : (jobs[0] ?? null);
  const shows = starting ? 'sending' : isBatch ? 'batch' : (job?.state ?? 'action');
  // It is the browser that alters, whichever picture is chosen: asked once.
  const [acceptsAltered, setAcceptsAltered] = useState(false);
  const area = useKeptFocus(`${shows} ${acceptsAltered}`);
  const security = useSecurity(ports.security);
  const problem = useStorageProblem(ports.storage);
  const isWaiting = job !== null && !isSettled(job) && security?.isLocked === true;
  if (problem) {
    return (
      <div class="action-area">
        <StorageNotice problem={problem} />
      </div>
    );
  }
  const apiBase =
    state.accounts?.find(({ id }) => id === newest?.accountId)?.apiBase ?? defaultApiBase;
  const status = isBatch ? batchStatus(jobs) : sayServer(statusOf(job, nowMs), serverName(apiBase));
  return (
    <ServerContext.Provider value={apiBase}>
      <div class="action-area" data-shows={shows} tabIndex={-1} ref={area}>
        <JobArea
          state={state}
          ports={ports}
          jobs={jobs}
          locked={isWaiting ? job : null}
          security={security}
        />
        {job && !isBatch && ports.history && entries && (
          <UndoSwap key={job.id} job={job} entries={entries} undo={ports.history.undo} />
        )}
        {starting && <SwapProgress stage="Uploading" label={`Swapping your ${state.kind}`} />}
        {jobs.length === 0 && !starting && (
          <SwapAction
            state={state}
            asItIs={asItIs}
            acceptsAltered={acceptsAltered}
            onAcceptAltered={() => setAcceptsAltered(true)}
            onSwap={() => dispatch({ type: 'swapWanted' })}
            onOpenOptions={ports.openOptions}
          />
        )}
        {jobs.length === 0 && !starting && (
          <RemoveBanner state={state} removeBanner={ports.removeBanner} dispatch={dispatch} />
        )}
        <p class="action-area__status" role="status">
          {isWaiting ? 'Waiting for your passphrase' : starting ? 'Uploading' : status}
        </p>
      </div>
    </ServerContext.Provider>
  );
};
