import { addAccount } from '../../utils/accounts/add-account.ts';
import { browserApiPorts } from '../../utils/api/browser-ports.ts';
import { newJob } from '../../utils/domain/swap-steps.ts';
import { findAccount, removeAccount } from '../../utils/platform/account-store.ts';
import { saveJob } from '../../utils/platform/job-store.ts';
import type { OwnHandlers, PageHandlers } from '../../utils/platform/messaging.ts';
import { openStudio } from '../../utils/platform/pages.ts';
import * as parse from '../../utils/platform/parse-message.ts';
import type { SwapRunner } from '../../utils/swap/runner.ts';

/** What content scripts may ask. */
export const pageHandlers: PageHandlers = {
  'studio.open': {
    parse: parse.parseStudioOpen,
    handle: async (target) => {
      await openStudio(target);
      return null;
    },
  },
};

/** What the extension's own pages may ask. */
export const ownHandlers = (runner: SwapRunner): OwnHandlers => ({
  'account.add': {
    parse: parse.parseAccountAdd,
    handle: ({ keys }) => addAccount(keys, browserApiPorts),
  },
  'account.remove': {
    parse: parse.parseAccountId,
    handle: async ({ accountId }) => {
      await removeAccount(accountId);
      return null;
    },
  },
  'swap.start': {
    parse: parse.parseSwapStart,
    handle: async ({ accountId, kind, blobKey }) => {
      const id = crypto.randomUUID();
      const handle = (await findAccount(accountId))?.handle ?? '';
      await saveJob(newJob({ id, accountId, handle, kind, blobKey }, Date.now()));
      void runner.resume();
      return { jobId: id };
    },
  },
  'swap.retry': {
    parse: parse.parseJobId,
    handle: async ({ jobId }) => {
      await runner.retry(jobId);
      return null;
    },
  },
  'swap.cancel': {
    parse: parse.parseJobId,
    handle: async ({ jobId }) => {
      await runner.cancel(jobId);
      return null;
    },
  },
});
