import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxScreen } from './firefox-screen.ts';
import { apiHosts, type BrowserOptions, type RealBrowser, type Screen } from './screen.ts';
import { startConnectProxy } from './support/connect-proxy.ts';
import { pause, waitUntil } from './support/wait-until.ts';

const timeoutMs = 20_000;
const viewport = { width: 1280, height: 900 };

const geckoIdOf = async (extensionDir: string): Promise<string> => {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
};

const launch = (
  { executablePath, headless, firefoxPrefs }: BrowserOptions,
  proxyPort: number,
  uuids: Readonly<Record<string, string>>,
): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: headless ? viewport : null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      // Known beforehand, so that the extension's own pages can be opened by address.
      'extensions.webextensions.uuids': JSON.stringify(uuids),
      ...firefoxPrefs,
    },
  });

/** Runs in the page: whether it is a newly loaded document of this path. */
const isLoadedAnew = (path: string): boolean =>
  !window.faceliftLeft && location.pathname === path && document.readyState === 'complete';

/** Pages of the extension never report to the driver that they are loaded: they are asked themselves. */
const goTo = async (page: Page, address: string): Promise<void> => {
  if (!address.startsWith('moz-extension:')) {
    await page.goto(address);
    return;
  }
  await page.evaluate(() => void (window.faceliftLeft = true));
  page.goto(address).catch(() => null);
  const path = new URL(address).pathname;
  const isThere = (): Promise<boolean> => page.evaluate(isLoadedAnew, path).catch(() => false);
  await waitUntil(isThere, { timeoutMs, what: `${address} to be loaded` });
};

/** Asked of the page itself: the driver is not told where tabs of the extension go. */
const addressOf = (page: Page): Promise<string> =>
  page.evaluate(() => location.href).catch(() => '');

const pageWith = async (
  browser: Browser,
  addressPart: string,
  known: ReadonlySet<Page>,
): Promise<Page> => {
  const endMs = Date.now() + timeoutMs;
  while (Date.now() < endMs) {
    for (const page of await browser.pages()) {
      if (!known.has(page) && (await addressOf(page)).includes(addressPart)) return page;
    }
    await pause(100);
  }
  throw new Error(`No tab with ${addressPart} was opened`);
};

/** Firefox itself, for scenarios that need more than a screen. */
export interface Firefox extends RealBrowser {
  readonly driver: Browser;
  /** What Firefox knows the extension by. */
  readonly extensionId: string;
  /** A screen on a tab that the driver gave. */
  screenOf(page: Page): Screen;
}

/** Starts stock Firefox over WebDriver BiDi, with the extension installed for this run. */
export const startFirefox = async (options: BrowserOptions): Promise<Firefox> => {
  const { ports, extensionDir } = options;
  const uuid = randomUUID();
  const geckoId = await geckoIdOf(extensionDir);
  const isApi = (host: string) => (apiHosts as readonly string[]).includes(host);
  const proxy = await startConnectProxy((host) => (isApi(host) ? ports.api : ports.everythingElse));
  const browser = await launch(options, proxy.port, { [geckoId]: uuid }).catch(
    async (error: unknown) => {
      await proxy.close();
      throw error;
    },
  );
  const closed = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  await browser.installExtension(extensionDir);
  const screenOf = (page: Page): Screen => firefoxScreen(page, (target) => goTo(page, target));
  return {
    name: 'firefox',
    driver: browser,
    extensionId: geckoId,
    screenOf,
    extensionPage: (file) => `moz-extension://${uuid}/${file}`,
    open: async (address) => {
      const page = await browser.newPage();
      await goTo(page, address);
      return screenOf(page);
    },
    tabOpenedBy: async (action, addressPart) => {
      const known = new Set(await browser.pages());
      await action();
      return screenOf(await pageWith(browser, addressPart, known));
    },
    tabs: async () => (await browser.pages()).map(screenOf),
    closed: () => closed,
    close: async () => {
      await browser.close();
      await proxy.close();
    },
  };
};
