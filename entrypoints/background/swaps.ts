import { browserApiPorts } from '../../utils/api/browser-ports.ts';
import { defaultApiBase } from '../../utils/domain/account.ts';
import { failedWords, liveWords } from '../../utils/domain/notice-words.ts';
import { isX, serverName } from '../../utils/domain/server.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { findAccount, noteAccount } from '../../utils/platform/account-store.ts';
import { notify } from '../../utils/platform/notices.ts';
import { tellOpenPages } from '../../utils/platform/picture-news.ts';
import { askToUnlock } from '../../utils/platform/unlock-notice.ts';
import { wakeAt } from '../../utils/platform/wake.ts';
import { saveBefore } from '../../utils/swap/history/save-before.ts';
import { showsPictureBefore } from '../../utils/swap/history/shows-before.ts';
import { createSwapRunner, type SwapRunner } from '../../utils/swap/runner.ts';
import { accessOf } from './access.ts';
import { keepHistory } from './keep-history.ts';

const apiBaseOf = async ({ accountId }: SwapJob): Promise<string> =>
  (await findAccount(accountId))?.apiBase ?? defaultApiBase;

/** The runner with the browser's own effects: alarms, notifications, open tabs. */
export const createBrowserRunner = (): SwapRunner =>
  createSwapRunner({
    api: browserApiPorts,
    wakeAt,
    accessOf: async (accountId) => {
      const access = await accessOf(accountId);
      return access.ok ? access.value : access.error;
    },
    onReadBy: (accountId, readBy) => noteAccount(accountId, { readBy }),
    random: Math.random,
    isOnline: () => navigator.onLine,
    beforeSend: (job, user, stop) => saveBefore(browserApiPorts.fetch, job, user, stop),
    showsBefore: async (job, user, stop) => {
      // X gives every upload an address of its own; elsewhere an address may change by itself.
      if (job.state !== 'checking' && isX(await apiBaseOf(job))) return false;
      return showsPictureBefore(browserApiPorts.fetch, job, user, stop);
    },
    onLocked: askToUnlock,
    onLive: async (job, { pictureUrl, bannerUrl }) => {
      const { id, accountId, handle, previousKey, before } = job;
      await noteAccount(accountId, { pictureUrl, bannerUrl: bannerUrl ?? '' });
      await keepHistory();
      const apiBase = await apiBaseOf(job);
      // The same handle on X may be somebody else's.
      if (isX(apiBase)) {
        const { kind, liveUrl } = job;
        await tellOpenPages({ kind, handle, previousKey, pictureUrl: liveUrl ?? '' });
      }
      const undo = before?.kind === 'saved' ? 'Undo swap' : null;
      await notify(id, liveWords(job, serverName(apiBase)), undo);
    },
    onFailed: async (job) => {
      await keepHistory();
      await notify(job.id, failedWords(job));
    },
  });
