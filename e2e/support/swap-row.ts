import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { chromiumScreen, type Chromium } from '../chromium.ts';
import { studioPage, type StudioPage } from '../pages/studio-page.ts';
import type { SandboxControl } from '../../sandbox/control.ts';
import { pictureFile } from './pictures.ts';
import { waitUntil } from './wait-until.ts';

/** One row of a matrix: an account of its own, and a studio that is open for it. */
export interface SwapRow {
  readonly handle: string;
  readonly page: Page;
  readonly studio: StudioPage;
  /** The newest swap of this account as it is written down; null where there is none. */
  job(): Promise<SwapJob | null>;
  /** Waits until the newest swap of this account is as described. */
  waitForJob(isSo: (job: SwapJob) => boolean, what: string): Promise<void>;
  /** Everything that can be read where the swap is told of, without what is folded away. */
  words(): Promise<string>;
  /** Waits until that matches, checks that a person can read it, and returns it. */
  read(pattern: RegExp, timeoutMs?: number): Promise<string>;
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

/** Runs in the page: alerts and what is told of the swap, as it is read without opening 'Details'. */
const readWords = (): string =>
  [...document.querySelectorAll('[role="alert"], .action-area')]
    .filter((part) => part.parentElement?.closest('[role="alert"], .action-area') === null)
    .map((part) => {
      const copy = part.cloneNode(true) as Element;
      for (const folded of copy.querySelectorAll('details')) folded.remove();
      return copy.textContent;
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What no person should have to read: leftovers of programming, raw statuses and codes. */
const notForPeople =
  /undefined|null|NaN|\[object|Error\b|\{|\b[1-5]\d\d\b|status|\bcode\b|http|Invalid Date/i;

export const expectPlain = (words: string): void => expect(words).not.toMatch(notForPeople);

const timeoutMs = 30_000;

/** What is known of the swap of one account, read in any page of the extension. */
export const rowIn = (page: Page, handle: string): SwapRow => {
  const job = async (): Promise<SwapJob | null> =>
    (await page.evaluate(readJobs, handle))[0] ?? null;
  const words = (): Promise<string> => page.evaluate(readWords);
  return {
    handle,
    page,
    studio: studioPage(chromiumScreen(page)),
    job,
    words,
    waitForJob: (isSo, what) =>
      waitUntil(
        async () => {
          const now = await job();
          return now !== null && isSo(now);
        },
        { timeoutMs, what: `the swap of @${handle} to be ${what}` },
      ),
    read: async (pattern, waitMs = timeoutMs) => {
      let said = '';
      await waitUntil(
        async () => {
          said = await words();
          return pattern.test(said);
        },
        { timeoutMs: waitMs, what: `@${handle} to read ${String(pattern)}` },
      ).catch((error: unknown) => {
        throw new Error(`It says: ${said}`, { cause: error });
      });
      expectPlain(said);
      return said;
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
  const row = await openRowPage(browser, handle);
  const message = JSON.stringify({ facelift: 'account.add', data: { keys } });
  const added = await row.page.evaluate(`chrome.runtime.sendMessage(${message})`);
  expect(added).toMatchObject({ ok: true, value: { ok: true } });
  await row.page.reload();
  await row.studio.choose(await pictureFile('amber', '#c08010'));
  return row;
};
