import type { BenchBrowser, BenchPage } from '../browser.ts';
import type { Candidate, Job, Run } from '../page/page-api.ts';

/** Both bench pages of one browser; each candidate runs on its own. */
export interface Tabs {
  run(job: Job): Promise<Run>;
  readonly ours: BenchPage;
}

const runTimeoutMs = 60_000;

/** Opens both pages. The one a job needs is brought to the front, and has its picture, beforehand. */
export const openTabs = async (browser: BenchBrowser): Promise<Tabs> => {
  const ours = await browser.open('ours');
  const peers = await browser.open('peers');
  const pageOf = (candidate: Candidate): BenchPage => (candidate === 'ours' ? ours : peers);
  let front: BenchPage = peers;
  return {
    ours,
    run: async (job) => {
      const page = pageOf(job.candidate);
      if (page !== front) await page.front();
      front = page;
      await page.call('load', [job.pictureUrl]);
      if (page === ours) await page.call('ready', []);
      try {
        return await page.call('run', [job], runTimeoutMs);
      } catch (error) {
        const ms = runTimeoutMs;
        const none = { ms, longestBlockMs: 0, longestTaskMs: null, bytes: 0, mime: '' };
        return { ...none, error: String(error) };
      }
    },
  };
};
