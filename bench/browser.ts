import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { needBrowser } from '../scripts/setup/install-browser.ts';
import type { BrowserName } from './options.ts';
import type { BenchPageApi, PageName } from './page/page-api.ts';

const protocolTimeoutMs = 120_000;
const readyTimeoutMs = 20_000;

/** One of the two bench pages, open in a tab. */
export interface BenchPage {
  /** Calls what the page offers. Rejects after `timeoutMs`, or when the page is gone. */
  call<K extends keyof BenchPageApi>(
    method: K,
    args: Parameters<NonNullable<BenchPageApi[K]>>,
    timeoutMs?: number,
  ): Promise<Awaited<ReturnType<NonNullable<BenchPageApi[K]>>>>;
  /** Tabs in the background get their timers slowed down. */
  front(): Promise<void>;
  close(): Promise<void>;
}

/** A real browser started for one series of measurements. */
export interface BenchBrowser {
  readonly name: BrowserName;
  readonly version: string;
  readonly pid: number;
  open(page: PageName): Promise<BenchPage>;
  close(): Promise<void>;
}

const chromiumArgs = (): string[] => [
  // Chromium's own sandbox does not run as root, and rarely inside CI containers.
  ...(process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--js-flags=--expose-gc',
];

const launch = async (name: BrowserName): Promise<Browser> => {
  const found = await needBrowser(name);
  if (!found.ok) throw new Error(found.reason);
  const common = { executablePath: found.path, headless: true, protocolTimeout: protocolTimeoutMs };
  if (name === 'chromium')
    return puppeteer.launch({ ...common, browser: 'chrome', args: chromiumArgs() });
  return puppeteer.launch({ ...common, browser: 'firefox' });
};

const within = <T>(work: Promise<T>, timeoutMs: number, what: string): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer in ${timeoutMs} ms`)), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Runs in the page. Serialised by the driver, so it may use nothing from outside itself. */
const callPage = (method: string, args: readonly unknown[]): unknown =>
  (window.bench as unknown as Record<string, (...all: readonly unknown[]) => unknown>)[method]?.(
    ...args,
  );

const benchPage = (page: Page): BenchPage => ({
  call: (method, args, timeoutMs = protocolTimeoutMs) =>
    within(page.evaluate(callPage, method, args) as Promise<never>, timeoutMs, method),
  front: () => page.bringToFront(),
  close: () => page.close(),
});

/** Starts a browser of its own, with an empty profile that goes with it. */
export const startBrowser = async (name: BrowserName, origin: string): Promise<BenchBrowser> => {
  const browser = await launch(name);
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error(`${name} did not start`);
  return {
    name,
    pid,
    version: await browser.version(),
    open: async (pageName) => {
      const page = await browser.newPage();
      await page.goto(`${origin}/${pageName}/${pageName}.html`, { timeout: readyTimeoutMs });
      await page.waitForFunction(() => 'bench' in window, { timeout: readyTimeoutMs });
      return benchPage(page);
    },
    close: () =>
      within(browser.close(), 10_000, 'closing').catch(
        () => void browser.process()?.kill('SIGKILL'),
      ),
  };
};
