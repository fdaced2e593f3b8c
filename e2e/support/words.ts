import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Runs in the page: keeps everything it says of a swap from now on, alerts included, as it is read
 * without opening 'Details'. What stands for a moment only is kept too.
 */
const keepWords = (): void => {
  const told = '[role="alert"], .action-area';
  const read = (): string =>
    [...document.querySelectorAll(told)]
      .filter((part) => !part.parentElement?.closest(told))
      .map((part) => {
        const copy = part.cloneNode(true) as Element;
        for (const folded of copy.querySelectorAll('details')) folded.remove();
        return [...copy.querySelectorAll('p, button, a, .progress__name')]
          .map((line) => line.textContent.trim())
          .join(' ');
      })
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  const words = [read()];
  const keep = (): void => {
    const now = read();
    if (now !== words.at(-1)) words.push(now);
  };
  window.faceliftWords = words;
  const changes = { subtree: true, childList: true, characterData: true };
  new MutationObserver(keep).observe(document.body, changes);
};

/** Begins to keep what a page says; once for every time it is loaded. */
export const listenTo = (page: Page): Promise<void> => page.evaluate(keepWords);

/** All that a page has said since `listenTo`, oldest first. */
export const wordsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.faceliftWords ?? []);

/** What no person should have to read: leftovers of programming, raw statuses and codes. */
const notForPeople =
  /undefined|\bnull\b|NaN|\[object|Error\b|\{|\b[1-5]\d\d\b|\bstatus\b|\bcode\b|https?:|Invalid Date/i;

export const expectPlain = (words: readonly string[]): void => {
  for (const said of words) expect(said).not.toMatch(notForPeople);
};
