import { writeFile } from 'node:fs/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { drawAndReadBack, readDrawn, type Screen } from './screen.ts';
import { pageSettled } from './support/settled.ts';
import { findAccessible, type Wanted } from './support/accessible.ts';
import { waitUntil } from './support/wait-until.ts';

const defaultTimeoutMs = 20_000;

/** The first element that is called so, as soon as it is there. */
const find = async (page: Page, wanted: Wanted, timeoutMs = defaultTimeoutMs) => {
  let found: ElementHandle | null = null;
  await waitUntil(
    async () => {
      const all = await page.evaluateHandle(findAccessible, wanted);
      const first = await all.evaluateHandle((elements) => elements[0] ?? null);
      found = first.asElement() as ElementHandle | null;
      return found !== null;
    },
    { timeoutMs, what: `a ${wanted.kind} ${wanted.name ?? ''} at ${page.url()}` },
  );
  if (!found) throw new Error('unreachable: the wait above ends with an element or an error');
  return found as ElementHandle;
};

const isPressable = (element: Element): boolean =>
  !(element as HTMLButtonElement).disabled && element.getAttribute('aria-disabled') !== 'true';

const waitForButton = async (page: Page, name: string, timeoutMs = defaultTimeoutMs) => {
  await waitUntil(
    async () => {
      const button = await find(page, { kind: 'button', name }, timeoutMs);
      return button.evaluate(isPressable);
    },
    { timeoutMs, what: `the button ${name} to be ready at ${page.url()}` },
  );
};

/** A tab of Firefox. `goTo` knows how to wait for the address it is given. */
export const firefoxScreen = (page: Page, goTo: (address: string) => Promise<void>): Screen => ({
  address: () => page.evaluate(() => location.href),
  go: goTo,
  front: () => page.bringToFront(),
  press: async (name) => {
    await waitForButton(page, name);
    const button = await find(page, { kind: 'button', name });
    await button.evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
    await button.click();
  },
  openTab: async (name) => (await find(page, { kind: 'tab', name })).click(),
  waitForButton: (name, timeoutMs) => waitForButton(page, name, timeoutMs),
  type: async (name, text) => {
    const field = await find(page, { kind: 'field', name });
    await field.click({ count: 3 });
    await field.type(text);
  },
  chooseFile: async (name, file) => {
    const input = (await find(page, { kind: 'field', name })) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
  },
  waitForText: async (role, pattern, timeoutMs = defaultTimeoutMs) => {
    let text = '';
    await waitUntil(
      async () => {
        const regions = await page.evaluateHandle(findAccessible, { kind: role });
        const texts = await regions.evaluate((all) => all.map((one) => one.textContent ?? ''));
        text = texts.find((one) => pattern.test(one)) ?? '';
        return text !== '';
      },
      { timeoutMs, what: `the ${role} to say ${String(pattern)} at ${page.url()}` },
    );
    return text;
  },
  drawn: (css) => page.evaluate(readDrawn, css),
  givesBackPixels: () => page.evaluate(drawAndReadBack),
  mark: () => page.evaluate(() => void (window.faceliftMark = true)),
  isMarked: () => page.evaluate(() => window.faceliftMark === true),
  run: <T>(script: string) => page.evaluate(script) as Promise<T>,
  screenshot: async (file) => {
    await page.evaluate(pageSettled);
    await writeFile(file, await page.screenshot());
  },
  close: () => page.close(),
});
