import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { badgeOf } from '../../utils/domain/swap-badge.ts';
import { showBadge } from '../../utils/platform/badge.ts';
import { watchJobs } from '../../utils/platform/job-store.ts';
import { watchSecurity } from '../../utils/platform/secrets/vault.ts';

/** Keeps the toolbar icon true to swaps and locked keys. Call once, while the worker starts. */
export const serveBadge = (): void => {
  let jobs: readonly SwapJob[] = [];
  let isLocked = false;
  const show = (): void => void showBadge(badgeOf(jobs, isLocked, Date.now()));
  watchJobs((now) => {
    jobs = now;
    show();
  });
  watchSecurity((now) => {
    isLocked = now.isLocked;
    show();
  });
};
