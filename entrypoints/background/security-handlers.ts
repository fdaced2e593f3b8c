import { eraseEverything } from '../../utils/platform/erase.ts';
import { listJobs } from '../../utils/platform/job-store.ts';
import type { OwnHandlers } from '../../utils/platform/messaging.ts';
import * as parse from '../../utils/platform/parse-message.ts';
import { chooseAutoLock, lockKeys } from '../../utils/platform/secrets/auto-lock.ts';
import * as keys from '../../utils/platform/secrets/passphrase.ts';
import { endUnlockNotice } from '../../utils/platform/unlock-notice.ts';
import type { SwapRunner } from '../../utils/swap/runner.ts';

type SecurityKind = Extract<keyof OwnHandlers, `security.${string}` | 'everything.erase'>;

/** Swaps under way end first: nothing may go on with what is erased. */
const stopAll = async (runner: SwapRunner): Promise<void> => {
  const jobs = await listJobs().catch(() => []);
  await Promise.all(jobs.map(({ id }) => runner.cancel(id)));
};

/** What the extension's own pages may ask about keys at rest. */
export const securityHandlers = (runner: SwapRunner): Pick<OwnHandlers, SecurityKind> => ({
  'security.unlock': {
    parse: parse.parsePassphrase,
    handle: async ({ passphrase }) => {
      const unlocked = await keys.unlock(passphrase);
      // What waited for the keys goes on.
      if (unlocked.ok) {
        void endUnlockNotice();
        void runner.resume();
      }
      return unlocked;
    },
  },
  'security.lock': { parse: parse.parseNothing, handle: () => lockKeys().then(() => null) },
  'security.set': {
    parse: parse.parsePassphrase,
    handle: ({ passphrase }) => keys.setPassphrase(passphrase),
  },
  'security.change': {
    parse: parse.parseChange,
    handle: ({ current, next }) => keys.changePassphrase(current, next),
  },
  'security.remove': {
    parse: parse.parseCurrent,
    handle: ({ current }) => keys.removePassphrase(current),
  },
  'security.autoLock': {
    parse: parse.parseMinutes,
    handle: ({ minutes }) => chooseAutoLock(minutes).then(() => null),
  },
  'everything.erase': {
    parse: parse.parseNothing,
    handle: async () => {
      await stopAll(runner);
      await eraseEverything();
      return null;
    },
  },
});
