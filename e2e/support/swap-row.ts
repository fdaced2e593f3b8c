import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { chromiumScreen, type Chromium } from '../chromium.ts';
import { studioPage, type StudioPage } from '../pages/studio-page.ts';
import type { SandboxControl } from '../../sandbox/control.ts';
import { openBarePage } from './extension-storage.ts';
import { pictureFile } from './pictures.ts';
import { waitUntil } from './wait-until.ts';
import { expectPlain, listenTo, wordsOf } from './words.ts';

/** One row of a matrix: an account of its own, and a studio that is open for it. */
export interface SwapRow {
  readonly handle: string;
  readonly page: Page;
  readonly studio: StudioPage;
  /** The newest swap of this account as it is written down; null where there is none. */
  job(): Promise<SwapJob | null>;
  /** Waits until the newest swap of this account is as described. */
  waitForJob(isSo: (job: SwapJob) => boolean, what: string): Promise<void>;
  /** Waits until what the page says of the swap matches. */
  read(pattern: RegExp, timeoutMs?: number): Promise<void>;
  /** Everything it said since it was opened, of which nothing was for programmers. */
  allWords(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Runs in a page of the extension: the swaps of one account, newest first. */
const readJobs = (handle: string): Promise<SwapJob[]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('facelift');
    opening.onerror = () => reject(new Error('The database cannot be opened'));
    opening.onsuccess = () => {
      const database = opening.result;
      const all = database.transaction('jobs').objectStore('jobs').getAll() as IDBRequest<
        SwapJob[]
      >;
      all.onsuccess = () => {
        database.close();
        const own = all.result.filter((job) => job.handle === handle);
        resolve(own.toSorted((one, other) => other.createdAtMs - one.createdAtMs));
      };
    };
  });

const timeoutMs = 30_000;

/** What is known of the swap of one account, read in any page of the extension. */
export const rowIn = (page: Page, handle: string): SwapRow => {
  const job = async (): Promise<SwapJob | null> =>
    (await page.evaluate(readJobs, handle))[0] ?? null;
  return {
    handle,
    page,
    studio: studioPage(chromiumScreen(page)),
    job,
    waitForJob: (isSo, what) =>
      waitUntil(
        async () => {
          const now = await job();
          return now !== null && isSo(now);
        },
        { timeoutMs, what: `the swap of @${handle} to be ${what}` },
      ),
    read: (pattern, waitMs = timeoutMs) =>
      waitUntil(async () => pattern.test((await wordsOf(page)).at(-1) ?? ''), {
        timeoutMs: waitMs,
        what: `@${handle} to read ${String(pattern)}`,
      }),
    allWords: async () => {
      const words = await wordsOf(page);
      expectPlain(words);
      return words;
    },
    close: () => page.close(),
  };
};

/** Opens a page of the extension for an account. */
export const openRowPage = async (
  browser: Chromium,
  handle: string,
  file: 'studio.html' | 'popup.html' = 'studio.html',
): Promise<SwapRow> => {
  const page = await browser.context.newPage();
  await page.goto(`${browser.extensionPage(file)}?for=${handle}`);
  await listenTo(page);
  return rowIn(page, handle);
};

/**
 * Makes an account at the sandbox, adds it to the extension by the message that the options page sends,
 * and opens a studio for it with a picture framed and ready.
 */
export const openRow = async (
  browser: Chromium,
  control: SandboxControl,
  handle: string,
): Promise<SwapRow> => {
  const { keys } = control.addAccount({ handle, name: handle.replaceAll('_', ' ') });
  const message = JSON.stringify({
    facelift: 'account.add',
    data: { keys, apiBase: 'https://api.x.com' },
  });
  const bare = await openBarePage(browser);
  const added = await bare.evaluate(`chrome.runtime.sendMessage(${message})`);
  expect(added).toMatchObject({ ok: true, value: { ok: true } });
  const row = await openRowPage(browser, handle);
  await bare.close();
  await row.studio.choose(await pictureFile('amber', '#c08010'));
  return row;
};
