import { browserApiPorts } from '../../utils/api/browser-ports.ts';
import { defaultApiBase } from '../../utils/domain/account.ts';
import { isX, serverName } from '../../utils/domain/server.ts';
import { findAccount, noteAccount } from '../../utils/platform/account-store.ts';
import { notify } from '../../utils/platform/notices.ts';
import { readSecrets } from '../../utils/platform/secrets/account-secrets.ts';
import { tellOpenPages } from '../../utils/platform/picture-news.ts';
import { wakeAt } from '../../utils/platform/wake.ts';
import { createSwapRunner, type SwapRunner } from '../../utils/swap/runner.ts';

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
    onLive: async ({ id, accountId, handle, previousKey }, { pictureUrl }) => {
      await noteAccount(accountId, { pictureUrl });
      const apiBase = (await findAccount(accountId))?.apiBase ?? defaultApiBase;
      // The same handle on X may be somebody else's.
      if (isX(apiBase)) await tellOpenPages({ handle, previousKey, pictureUrl });
      const where = serverName(apiBase);
      await notify(
        id,
        'Your new avatar is live',
        `@${handle} now shows the new picture on ${where}.`,
      );
    },
    onFailed: ({ id, handle }) =>
      notify(
        id,
        'The swap did not go through',
        `Open Facelift to see why and try again for @${handle}.`,
      ),
  });
