import type { HandedOver, StudioPorts } from '../../components/studio-ports.ts';
import { err } from '../../utils/domain/result.ts';
import { openPicture } from '../../utils/image/open-picture.ts';
import { watchAccounts } from '../../utils/platform/account-store.ts';
import { dropHandoff, findHandoff } from '../../utils/platform/blob-store.ts';
import { copyReport } from '../../utils/platform/copy-report.ts';
import { storageProblem } from '../../utils/platform/database.ts';
import { fetchPicture } from '../../utils/platform/fetch-picture.ts';
import { watchJobs } from '../../utils/platform/job-store.ts';
import { askFromOwnPage } from '../../utils/platform/messaging.ts';
import { openOptions, openStudio } from '../../utils/platform/pages.ts';
import { watchSecurity } from '../../utils/platform/secrets/vault.ts';
import { historyPorts } from './history-ports.ts';
import { profilePorts } from './profile-ports.ts';
import { sizesPorts } from './sizes-ports.ts';
import { removeBanner, startSwap } from './start-swap.ts';

/** The studio's ports in a real browser. The popup, where space is short, may open the wide page. */
export const createStudioPorts = (layout: 'narrow' | 'wide'): StudioPorts => ({
  openPicture,
  fetchPicture,
  watchAccounts,
  watchJobs,
  startSwap,
  removeBanner,
  history: historyPorts,
  profile: profilePorts,
  sizes: sizesPorts,
  retrySwap: async (jobId) => void (await askFromOwnPage('swap.retry', { jobId })),
  cancelSwap: async (jobId) => {
    await askFromOwnPage('swap.cancel', { jobId });
  },
  copyReport,
  security: {
    watch: watchSecurity,
    unlock: async (passphrase) => {
      const answer = await askFromOwnPage('security.unlock', { passphrase });
      return answer.ok ? answer.value : err({ kind: 'notReached' });
    },
  },
  storage: { storageProblem },
  openOptions: () => void openOptions(),
  // A popup closes when the browser asks about the camera: only the page has it.
  ...(layout === 'narrow'
    ? { openWide: () => void openStudio() }
    : navigator.mediaDevices && { camera: navigator.mediaDevices }),
});

/** What a right-click handed over to this page, if anything. From a private window it can be read once. */
export const handedOver = async (
  handoffId: string,
  isPrivate: boolean,
): Promise<HandedOver | null> => {
  const handoff = await findHandoff(handoffId);
  if (!handoff) return null;
  if (isPrivate) await dropHandoff(handoffId);
  const { blob, from } = handoff;
  return blob ? { ok: true, blob, from } : { ok: false, from };
};
