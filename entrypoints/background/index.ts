import { defineBackground } from '#imports';
import { browser } from 'wxt/browser';
import { giveBackUnused } from '../../utils/accounts/used-servers.ts';
import { badgeOf } from '../../utils/domain/swap-badge.ts';
import { dropHandoffs, storeHandoff } from '../../utils/platform/blob-store.ts';
import { fetchPicture } from '../../utils/platform/fetch-picture.ts';
import { showBadge } from '../../utils/platform/badge.ts';
import { tidyJobs, watchJobs } from '../../utils/platform/job-store.ts';
import { createMenus, onUseAsAvatar } from '../../utils/platform/menus.ts';
import { serveMessages } from '../../utils/platform/messaging.ts';
import { onNoticeClicked } from '../../utils/platform/notices.ts';
import { openStudio } from '../../utils/platform/pages.ts';
import { serveAutoLock } from '../../utils/platform/secrets/auto-lock.ts';
import { serveSignInEnd } from '../../utils/platform/secrets/pending-sign-in.ts';
import { barContentScripts } from '../../utils/platform/secrets/session-key.ts';
import { onWake } from '../../utils/platform/wake.ts';
import { ownHandlers, pageHandlers } from './handlers.ts';
import { createBrowserRunner } from './swaps.ts';

const dayMs = 86_400_000;

const handOver = async (address: string): Promise<void> => {
  const handoffId = await storeHandoff(address, await fetchPicture(address));
  await openStudio({ handoffId });
};

export default defineBackground(() => {
  const runner = createBrowserRunner();
  serveMessages(pageHandlers, ownHandlers(runner));
  serveAutoLock();
  serveSignInEnd(() => void giveBackUnused(Date.now()));
  void barContentScripts();
  onWake(() => void runner.resume());
  self.addEventListener('online', () => void runner.online());
  onUseAsAvatar((address) => void handOver(address));
  onNoticeClicked(() => void openStudio());
  browser.runtime.onInstalled.addListener(createMenus);
  watchJobs((jobs) => void showBadge(badgeOf(jobs, Date.now())));
  // Whatever woke the worker, swaps that were under way when it was stopped go on.
  void runner.resume();
  void tidyJobs();
  void dropHandoffs(Date.now() - dayMs);
});
