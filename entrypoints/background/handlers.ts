import { newJob } from '../../utils/domain/swap-steps.ts';
import { findAccount } from '../../utils/platform/account-store.ts';
import { saveJob } from '../../utils/platform/job-store.ts';
import type { OwnHandlers, PageHandlers } from '../../utils/platform/messaging.ts';
import { openStudio } from '../../utils/platform/pages.ts';
import * as parse from '../../utils/platform/parse-message.ts';
import type { SwapRunner } from '../../utils/swap/runner.ts';
import { accountHandlers } from './account-handlers.ts';
import { securityHandlers } from './security-handlers.ts';
import { signInHandlers } from './sign-in-handlers.ts';

/** What content scripts may ask. */
export const pageHandlers: PageHandlers = {
  'studio.open': {
    parse: parse.parseStudioOpen,
    handle: (target) => openStudio(target).then(() => null),
  },
};

/** What the extension's own pages may ask. */
export const ownHandlers = (runner: SwapRunner): OwnHandlers => ({
  ...securityHandlers(runner),
  ...accountHandlers,
  ...signInHandlers,
  'swap.start': {
    parse: parse.parseSwapStart,
    handle: async ({ accountId, ...request }) => {
      const id = crypto.randomUUID();
      const handle = (await findAccount(accountId))?.handle ?? '';
      await saveJob(newJob({ ...request, id, accountId, handle }, Date.now()));
      void runner.resume();
      return { jobId: id };
    },
  },
  'swap.retry': {
    parse: parse.parseJobId,
    handle: ({ jobId }) => runner.retry(jobId).then(() => null),
  },
  'swap.cancel': {
    parse: parse.parseJobId,
    handle: ({ jobId }) => runner.cancel(jobId).then(() => null),
  },
});
