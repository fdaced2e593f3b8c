import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createFakeHistory, manyEntries } from '../testing/fake-history.ts';
import { open, studioRoot, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

const count = 500;

// By address in the document: looking for names among a thousand buttons takes the driver seconds.
const part = (index: number, name: 'use' | 'more'): HTMLElement => {
  const found = studioRoot().querySelector<HTMLElement>(
    `[data-entry="entry-${index}"] [data-roving="${name}"]`,
  );
  if (!found) throw new Error(`no picture ${index}`);
  return found;
};
const focused = () => document.activeElement?.getAttribute('aria-label');
const drawn = () => studioRoot().querySelectorAll('.history__thumb[data-drawn]').length;
const made = () => studioRoot().querySelectorAll('.history__item').length;

const openMany = async () => {
  const history = createFakeHistory({ entries: manyEntries(count) });
  await open({ history: history.ports });
  studioRoot().querySelector<HTMLElement>('#tab-history')?.click();
  await expect.poll(made, { timeout: 30_000 }).toBe(count);
  return history;
};

test('500 pictures are one stop of the Tab key; arrows, Page, Home and End go between them', async () => {
  await openMany();
  const reachable = studioRoot().querySelectorAll('.history__list button[tabindex="0"]');
  expect(reachable).toHaveLength(2);
  part(0, 'use').focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(focused).toBe('Use again: Picture 2');
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(focused).toBe('Use again: Picture 1');
  await userEvent.keyboard('{PageDown}');
  await expect.poll(focused).toBe('Use again: Picture 11');
  await userEvent.tab();
  await expect.poll(focused).toBe('More for Picture 11');
  await userEvent.keyboard('{End}');
  await expect.poll(focused).toBe('More for Picture 499');
  const { top } = part(499, 'use').getBoundingClientRect();
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(innerHeight);
  await userEvent.keyboard('{Home}');
  await expect.poll(focused).toBe('More for Picture 0');
});

test('a change of one picture leaves the others alone', async () => {
  const history = await openMany();
  const [first, ...rest] = history.entries.get();
  const others = [...studioRoot().querySelectorAll('.history__item')].slice(1);
  const changes: Node[] = [];
  const watcher = new MutationObserver((found) =>
    changes.push(...found.map(({ target }) => target)),
  );
  for (const item of others)
    watcher.observe(item, { subtree: true, characterData: true, childList: true });
  if (first)
    history.entries.set([{ ...first, name: 'Renamed' }, ...rest.map((each) => ({ ...each }))]);
  await expect.poll(() => studioRoot().textContent).toContain('Renamed');
  expect(changes).toEqual([]);
});

test('only pictures near what is seen are read and hold pixels', async () => {
  const history = await openMany();
  await expect.poll(drawn).toBeGreaterThan(2);
  await expect.poll(() => history.read.length === drawn()).toBe(true);
  expect(drawn()).toBeLessThan(60);
  part(499, 'use').scrollIntoView();
  const isDrawn = (index: number) =>
    studioRoot().querySelector(`[data-entry="entry-${index}"] [data-drawn]`) !== null;
  await expect.poll(() => isDrawn(499)).toBe(true);
  expect(isDrawn(0)).toBe(false);
  expect(drawn()).toBeLessThan(60);
  expect(history.read.length).toBeLessThan(120);
});
