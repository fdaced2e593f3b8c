import { browser } from 'wxt/browser';
import { swapReport } from '../domain/swap-report.ts';
import { findJob } from './job-store.ts';

const timeText = (atMs: number): string => new Date(atMs).toISOString();

/** Puts what happened to a swap into the clipboard; false where it cannot. For pages, on a click. */
export const copyReport = async (jobId: string): Promise<boolean> => {
  const job = await findJob(jobId);
  if (job === null) return false;
  const { version } = browser.runtime.getManifest();
  const report = swapReport(job, { version, userAgent: navigator.userAgent, timeText });
  return navigator.clipboard.writeText(report).then(
    () => true,
    () => false,
  );
};
