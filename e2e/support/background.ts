import type { CDPSession, Page } from 'playwright-core';
import type { Chromium } from '../chromium.ts';
import { stopBackground } from './stop-background.ts';
import { waitUntil } from './wait-until.ts';

const timeoutMs = 10_000;

/** The background worker as the debugging protocol has it: how to stop it, and how to tell it is another. */
export interface Background {
  /** Stops the worker between any two of its lines, and returns once the browser says it is stopped. */
  kill(): Promise<void>;
  /** Waits until a worker runs that is not one of those killed. What starts it is for the test to do. */
  waitUntilFresh(waitMs?: number): Promise<void>;
  /** Whether a worker runs at all. */
  isRunning(): boolean;
  /** What the toolbar icon says; asked of the worker, which must be running. */
  badge(): Promise<string>;
}

interface Version {
  readonly versionId: string;
  readonly runningStatus: string;
}

/** Follows the states of the extension's worker, as seen from one of the extension's own pages. */
const followStates = async (session: CDPSession): Promise<ReadonlyMap<string, string>> => {
  const states = new Map<string, string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions as readonly Version[]) {
      states.set(versionId, runningStatus);
    }
  });
  await session.send('ServiceWorker.enable');
  return states;
};

/** `page` is one of the extension's pages and must stay open. */
export const controlBackground = async (browser: Chromium, page: Page): Promise<Background> => {
  const session = await browser.context.newCDPSession(page);
  const states = await followStates(session);
  const isRunning = (): boolean => [...states.values()].includes('running');
  const isStopped = (): boolean => [...states.values()].every((state) => state === 'stopped');
  return {
    isRunning,
    kill: async () => {
      const worker = await browser.background();
      await worker.evaluate('globalThis.faceliftMark = true');
      await stopBackground(browser);
      await waitUntil(isStopped, { timeoutMs, what: 'the worker to be stopped' });
    },
    waitUntilFresh: async (waitMs = timeoutMs) => {
      await waitUntil(isRunning, { timeoutMs: waitMs, what: 'a worker to be started again' });
      const worker = await browser.background();
      // A mark of the old one would tell that it was never gone.
      if (await worker.evaluate('globalThis.faceliftMark === true')) {
        throw new Error('This is still the worker that was to be killed');
      }
    },
    badge: async () => {
      const worker = await browser.background();
      return worker.evaluate<string>('chrome.action.getBadgeText({})');
    },
  };
};
