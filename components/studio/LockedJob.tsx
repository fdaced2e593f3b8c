import type { SecurityState } from '../../utils/domain/security.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import type { UnlockPorts } from '../security-ports.ts';
import { UnlockForm } from '../shared/UnlockForm.tsx';

interface LockedJobProps {
  readonly job: SwapJob;
  readonly security: SecurityState;
  readonly unlock: UnlockPorts['unlock'];
  readonly onCancel: (jobId: string) => void;
}

/** A swap that goes on as soon as the keys are unlocked. Its picture is stored and waits with it. */
export const LockedJob = ({ job, security, unlock, onCancel }: LockedJobProps) => (
  <div class="locked-job">
    <UnlockForm
      unlock={unlock}
      notBeforeMs={security.notBeforeMs}
      why={
        job.acceptedAtMs === null
          ? 'Your picture is kept. Unlock your keys to send it.'
          : 'X has your picture. Unlock your keys to see whether it shows.'
      }
      takesFocus
    />
    <button type="button" class="button button--small" onClick={() => onCancel(job.id)}>
      {job.acceptedAtMs === null ? 'Cancel' : 'Stop checking'}
    </button>
  </div>
);
