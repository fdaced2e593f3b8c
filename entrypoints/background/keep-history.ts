import { findJob } from '../../utils/platform/job-store.ts';
import { onNoticeButton, onNoticeClicked } from '../../utils/platform/notices.ts';
import { openStudio } from '../../utils/platform/pages.ts';
import { jobOfNotice } from '../../utils/platform/unlock-notice.ts';
import { onTidy, tidyAt } from '../../utils/platform/tidy-alarm.ts';
import { forgetPrivateSwaps } from '../../utils/swap/history/forget-private.ts';
import { recordSetPictures } from '../../utils/swap/history/record-set.ts';
import { queueUndo } from '../../utils/swap/history/undo-swap.ts';
import type { SwapRunner } from '../../utils/swap/runner.ts';

/** Brings the history up to what swaps have done, and forgets what private ones left. */
export const keepHistory = async (): Promise<void> => {
  await recordSetPictures();
  const againAtMs = await forgetPrivateSwaps(Date.now());
  if (againAtMs !== null) tidyAt(againAtMs);
};

/** A notification leads to the account's studio; its button takes the swap back at once. */
const serveNotices = (runner: SwapRunner): void => {
  const openFor = async (jobId: string): Promise<void> => {
    const job = await findJob(jobId);
    await openStudio(job ? { handle: job.handle, kind: job.kind } : {});
  };
  const undo = async (jobId: string): Promise<void> => {
    const queued = await queueUndo({ jobId }, Date.now());
    // The studio says why, and can prepare the picture where that is what is missing.
    if (queued.ok) void runner.resume();
    else await openFor(jobId);
  };
  onNoticeClicked((noticeId) => void openFor(jobOfNotice(noticeId)));
  onNoticeButton((jobId) => void undo(jobId));
};

/** Everything the worker does about pictures that were shown before. Call once, while it starts. */
export const serveHistory = (runner: SwapRunner): void => {
  serveNotices(runner);
  onTidy(() => void keepHistory());
  void keepHistory();
};
