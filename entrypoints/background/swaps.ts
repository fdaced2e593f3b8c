import { browserApiPorts } from '../../utils/api/browser-ports.ts';
import { defaultApiBase } from '../../utils/domain/account.ts';
import { isX, serverName } from '../../utils/domain/server.ts';
import { findAccount, noteAccount } from '../../utils/platform/account-store.ts';
import { notify } from '../../utils/platform/notices.ts';
import { tellOpenPages } from '../../utils/platform/picture-news.ts';
import { wakeAt } from '../../utils/platform/wake.ts';
import { saveBefore } from '../../utils/swap/history/save-before.ts';
import { createSwapRunner, type SwapRunner } from '../../utils/swap/runner.ts';
import { accessOf } from './access.ts';
import { keepHistory } from './keep-history.ts';

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
    onLive: async (job, { pictureUrl }) => {
      const { id, accountId, handle, previousKey, before, undoOf } = job;
      await noteAccount(accountId, { pictureUrl });
      await keepHistory();
      const apiBase = (await findAccount(accountId))?.apiBase ?? defaultApiBase;
      // The same handle on X may be somebody else's.
      if (isX(apiBase)) await tellOpenPages({ handle, previousKey, pictureUrl });
      const undo = before?.kind === 'saved' ? 'Undo swap' : null;
      const isBack = undoOf !== undefined;
      const title = isBack ? 'Your earlier avatar is back' : 'Your new avatar is live';
      const shows = `@${handle} now shows ${isBack ? 'it' : 'the new picture'}`;
      await notify(id, title, `${shows} on ${serverName(apiBase)}.`, undo);
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
