import { browser } from 'wxt/browser';
import type { OwnHandlers } from '../../utils/platform/messaging.ts';
import { parseResume } from '../../utils/platform/parse-message.ts';
import { onWake } from '../../utils/platform/wake.ts';
import type { SwapRunner } from '../../utils/swap/runner.ts';

/** The extension's own pages ask for it when they open, and when the network is back. */
export const resumeHandlers = (runner: SwapRunner): Pick<OwnHandlers, 'swap.resume'> => ({
  'swap.resume': {
    parse: parseResume,
    handle: async ({ isBackOnline }) => {
      void (isBackOnline ? runner.online() : runner.resume());
      return null;
    },
  },
});

/** Goes on with swaps whenever there may be something to do. Call once, while the worker starts. */
export const keepResuming = (runner: SwapRunner): void => {
  onWake(() => void runner.resume());
  // Alarms may not outlive the browser: without this listener nothing would start the worker with it.
  browser.runtime.onStartup.addListener(() => void runner.resume());
  self.addEventListener('online', () => void runner.online());
  // Whatever woke the worker, swaps that were under way when it was stopped go on.
  void runner.resume();
};
