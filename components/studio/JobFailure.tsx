import { useState } from 'preact/hooks';
import { errorDetails, swapFailureText, type Where } from '../../utils/domain/error-texts.ts';
import type { SwapFailure, SwapJob } from '../../utils/domain/swap-job.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { useServer } from '../shared/server-context.ts';

/** What can be done about a job that stopped. */
export interface JobActions {
  readonly onCancel: (jobId: string) => void;
  readonly onRetry: (jobId: string) => void;
  readonly onOpenOptions: () => void;
  /** Resolves to whether the report is in the clipboard. */
  readonly onCopyReport: (jobId: string) => Promise<boolean>;
}

/** Pages of X where the next step is taken. */
const links: Partial<Record<Where, readonly [label: string, address: string]>> = {
  console: ['Open X’s developer console', 'https://console.x.com/'],
  x: ['Open x.com', 'https://x.com/home'],
};

const reportLabels = { idle: 'Copy report', done: 'Copied', failed: 'Could not copy' } as const;

const CopyReport = ({ onCopy }: { readonly onCopy: () => Promise<boolean> }) => {
  const [state, setState] = useState<keyof typeof reportLabels>('idle');
  const copy = async (): Promise<void> => setState((await onCopy()) ? 'done' : 'failed');
  return (
    <button type="button" class="button button--small" onClick={() => void copy()}>
      <span aria-live="polite">{reportLabels[state]}</span>
    </button>
  );
};

/** Why a swap stopped, and the next step. */
export const JobFailure = ({
  job,
  failure,
  actions: { onRetry, onOpenOptions, onCopyReport },
}: {
  readonly job: SwapJob;
  readonly failure: SwapFailure;
  readonly actions: JobActions;
}) => {
  const server = useServer();
  const words = server.sayError(swapFailureText(failure, job.acceptedAtMs !== null));
  const link = server.isX && words.where ? links[words.where] : undefined;
  return (
    <ErrorNotice
      words={words}
      details={errorDetails(failure)}
      more={<CopyReport onCopy={() => onCopyReport(job.id)} />}
    >
      <button type="button" class="button button--primary" onClick={() => onRetry(job.id)}>
        Try again
      </button>
      {words.where === 'settings' && (
        <button type="button" class="button" onClick={onOpenOptions}>
          Open settings
        </button>
      )}
      {link && (
        <a class="button" href={link[1]} target="_blank" rel="noreferrer">
          {link[0]}
        </a>
      )}
    </ErrorNotice>
  );
};
