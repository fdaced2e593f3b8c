import { browserApiPorts } from '../../utils/api/browser-ports.ts';
import { defaultApiBase } from '../../utils/domain/account.ts';
import { liveNotice } from '../../utils/domain/notice-texts.ts';
import { isX, serverName } from '../../utils/domain/server.ts';
import { findAccount, noteAccount } from '../../utils/platform/account-store.ts';
import { notify } from '../../utils/platform/notices.ts';
import { readSecrets } from '../../utils/platform/secrets/account-secrets.ts';
import { tellOpenPages } from '../../utils/platform/picture-news.ts';
import { wakeAt } from '../../utils/platform/wake.ts';
import { saveBefore } from '../../utils/swap/history/save-before.ts';
import { createSwapRunner, type SwapRunner } from '../../utils/swap/runner.ts';
import { keepHistory } from './keep-history.ts';

/** The runner with the browser's own effects: alarms, notifications, open tabs. */
export const createBrowserRunner = (): SwapRunner =>
  createSwapRunner({
    api: browserApiPorts,
    wakeAt,
    accessOf: async (accountId) => {
      const [account, secrets] = await Promise.all([
        findAccount(accountId),
        readSecrets(accountId),
      ]);
      if (!secrets.ok) return secrets.error.kind;
      if (!account) return 'accountGone';
      const { apiBase, readBy, userId } = account;
      return { apiBase, keys: secrets.value, readBy, userId };
    },
    onReadBy: (accountId, readBy) => noteAccount(accountId, { readBy }),
    random: Math.random,
    isOnline: () => navigator.onLine,
    beforeSend: (job, user, stop) => saveBefore(browserApiPorts.fetch, job, user, stop),
    onLive: async (job, { pictureUrl, bannerUrl }) => {
      const { id, accountId, handle, previousKey, before } = job;
      await noteAccount(accountId, { pictureUrl, bannerUrl: bannerUrl ?? '' });
      await keepHistory();
      const apiBase = (await findAccount(accountId))?.apiBase ?? defaultApiBase;
      // The same handle on X may be somebody else's.
      if (isX(apiBase)) {
        const { kind, liveUrl } = job;
        await tellOpenPages({ kind, handle, previousKey, pictureUrl: liveUrl ?? '' });
      }
      const undo = before?.kind === 'saved' ? 'Undo swap' : null;
      const { title, message } = liveNotice(job, serverName(apiBase));
      await notify(id, title, message, undo);
    },
    onFailed: async ({ id, handle }) => {
      await keepHistory();
      await notify(
        id,
        'The swap did not go through',
        `Open Facelift to see why and try again for @${handle}.`,
      );
    },
  });
