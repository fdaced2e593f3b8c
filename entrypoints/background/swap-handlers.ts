import { newJob } from '../../utils/domain/swap-steps.ts';
import { findAccount } from '../../utils/platform/account-store.ts';
import { saveJob } from '../../utils/platform/job-store.ts';
import type { OwnHandlers } from '../../utils/platform/messaging.ts';
import * as parse from '../../utils/platform/parse-message.ts';
import { queueRemoval } from '../../utils/swap/queue-removal.ts';
import { queueUndo } from '../../utils/swap/history/undo-swap.ts';
import type { SwapRunner } from '../../utils/swap/runner.ts';
import { keepHistory } from './keep-history.ts';

type SwapKinds = 'swap.start' | 'banner.remove' | 'swap.undo' | 'swap.retry' | 'swap.cancel';

/** What the extension's own pages may ask about swaps. */
export const swapHandlers = (runner: SwapRunner): Pick<OwnHandlers, SwapKinds> => ({
  'swap.start': {
    parse: parse.parseSwapStart,
    handle: async ({ name, ...request }, from) => {
      const id = crypto.randomUUID();
      const isPrivate = request.isPrivate === true || from.isPrivate;
      const handle = (await findAccount(request.accountId))?.handle ?? '';
      const named = name === undefined || isPrivate ? {} : { name };
      await saveJob(newJob({ ...request, ...named, id, handle, isPrivate }, Date.now()));
      void runner.resume();
      return { jobId: id };
    },
  },
  'banner.remove': {
    parse: parse.parseBannerRemove,
    handle: async (request, from) => {
      const isPrivate = request.isPrivate === true || from.isPrivate;
      const jobId = await queueRemoval({ ...request, isPrivate }, Date.now());
      void runner.resume();
      return { jobId };
    },
  },
  'swap.undo': {
    parse: parse.parseSwapUndo,
    handle: async (request, from) => {
      const isPrivate = request.isPrivate === true || from.isPrivate;
      const queued = await queueUndo({ ...request, isPrivate }, Date.now());
      if (queued.ok) void runner.resume();
      return queued;
    },
  },
  'swap.retry': {
    parse: parse.parseJobId,
    handle: ({ jobId }) => runner.retry(jobId).then(() => null),
  },
  'swap.cancel': {
    parse: parse.parseJobId,
    handle: async ({ jobId }) => {
      await runner.cancel(jobId);
      await keepHistory();
      return null;
    },
  },
});
