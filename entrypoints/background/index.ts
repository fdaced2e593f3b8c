import { defineBackground } from '#imports';
import { browser } from 'wxt/browser';
import { giveBackUnused } from '../../utils/accounts/used-servers.ts';
import type { PictureKind } from '../../utils/domain/picture.ts';
import { dropHandoffs, storeHandoff } from '../../utils/platform/blob-store.ts';
import { fetchPicture } from '../../utils/platform/fetch-picture.ts';
import { tidyJobs } from '../../utils/platform/job-store.ts';
import { createMenus, onAvatarSizes, onUseImage } from '../../utils/platform/menus.ts';
import { serveMessages } from '../../utils/platform/messaging.ts';
import { openStudio } from '../../utils/platform/pages.ts';
import { serveAutoLock } from '../../utils/platform/secrets/auto-lock.ts';
import { serveSignInEnd } from '../../utils/platform/secrets/pending-sign-in.ts';
import { barContentScripts, clearWhatIsNotOurs } from '../../utils/platform/secrets/session-key.ts';
import { ownHandlers, pageHandlers } from './handlers.ts';
import { serveBadge } from './badge.ts';
import { keepResuming } from './resume.ts';
import { serveHistory } from './keep-history.ts';
import { createBrowserRunner } from './swaps.ts';

const dayMs = 86_400_000;

const handOver = async (kind: PictureKind, address: string, isPrivate: boolean): Promise<void> => {
  const handoffId = await storeHandoff(address, await fetchPicture(address));
  await openStudio({ kind, handoffId, isPrivate });
};

export default defineBackground(() => {
  const runner = createBrowserRunner();
  serveMessages(pageHandlers, ownHandlers(runner));
  serveAutoLock();
  serveSignInEnd(() => void giveBackUnused(Date.now()));
  clearWhatIsNotOurs();
  void barContentScripts();
  onUseImage((kind, address, isPrivate) => void handOver(kind, address, isPrivate));
  onAvatarSizes((sizesOf, isPrivate) => void openStudio({ sizesOf, isPrivate }));
  serveHistory(runner);
  browser.runtime.onInstalled.addListener(createMenus);
  serveBadge();
  keepResuming(runner);
  void tidyJobs();
  void dropHandoffs(Date.now() - dayMs);
});
