import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core';
import {
  apiHosts,
  drawAndReadBack,
  readDrawn,
  type BrowserOptions,
  type RealBrowser,
  type Screen,
} from './screen.ts';
import { pageSettled } from './support/settled.ts';

const timeoutMs = 15_000;
/** A profile and a screen of their own, so that pictures look the same everywhere. */
const viewport = { width: 1280, height: 900 };

export const chromiumScreen = (page: Page): Screen => ({
  address: () => page.evaluate(() => location.href),
  go: async (address) => {
    await page.goto(address);
  },
  front: () => page.bringToFront(),
  press: (name) => page.getByRole('button', { name, exact: true }).click({ timeout: timeoutMs }),
  openTab: (name) => page.getByRole('tab', { name, exact: true }).click({ timeout: timeoutMs }),
  waitForButton: async (name, waitMs = timeoutMs) => {
    // A trial click waits for what a real one needs: visible, still, enabled, not covered.
    await page.getByRole('button', { name, exact: true }).click({ trial: true, timeout: waitMs });
  },
  type: (field, text) => page.getByLabel(field, { exact: true }).fill(text, { timeout: timeoutMs }),
  chooseFile: (input, file) =>
    page.getByLabel(input, { exact: true }).setInputFiles(file, { timeout: timeoutMs }),
  waitForText: async (role, pattern, waitMs = timeoutMs) => {
    const region = page.getByRole(role).filter({ hasText: pattern }).first();
    await region.waitFor({ state: 'attached', timeout: waitMs });
    return region.innerText();
  },
  drawn: (css) => page.evaluate(readDrawn, css),
  givesBackPixels: () => page.evaluate(drawAndReadBack),
  mark: () => page.evaluate(() => void (window.faceliftMark = true)),
  isMarked: () => page.evaluate(() => window.faceliftMark === true),
  run: (script) => page.evaluate(script),
  screenshot: async (path) => {
    await page.evaluate(pageSettled);
    await page.screenshot({ path });
  },
  close: () => page.close(),
});

/** Chromium itself, for scenarios that need more than a screen. */
export interface Chromium extends RealBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The background worker; it is started again when the browser has stopped it. */
  background(): Promise<Worker>;
}

const resolverRules = ({ ports }: BrowserOptions): string =>
  [
    ...apiHosts.map((host) => `MAP ${host} 127.0.0.1:${ports.api}`),
    `MAP * 127.0.0.1:${ports.everythingElse}`,
  ].join(', ');

/**
 * The popup of the address bar is a page of its own since Chromium 140, made ahead at every start, and costs
 * more than all the rest of it. Nobody sees it here.
 */
const addressBarPopups = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** The driver's own list (playwright-core 1.65): of two such lists Chromium reads the last. */
const disabledByDriver = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const flags = (options: BrowserOptions): string[] => {
  // Chromium's own sandbox does not run as root, and rarely inside CI containers.
  const isRoot = process.getuid?.() === 0;
  return [
    ...(options.headless ? ['--headless=new'] : []),
    ...(isRoot || process.env['CI'] ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--no-default-browser-check',
    `--disable-features=${[...disabledByDriver, ...addressBarPopups].join(',')}`,
    '--lang=en-US',
    `--disable-extensions-except=${options.extensionDir}`,
    `--load-extension=${options.extensionDir}`,
    `--host-resolver-rules=${resolverRules(options)}`,
    '--ignore-certificate-errors',
    ...(options.chromiumFlags ?? []),
  ];
};

const launch = async (options: BrowserOptions, profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath,
    // The flag above starts the full browser without a window; Playwright's own would be the headless shell.
    headless: false,
    chromiumSandbox: process.getuid?.() !== 0 && !process.env['CI'],
    ignoreHTTPSErrors: true,
    viewport: options.headless ? viewport : null,
    args: flags(options),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });

const startBackground = async (context: BrowserContext): Promise<Worker> => {
  const running = context.serviceWorkers()[0];
  if (running) return running;
  try {
    return await context.waitForEvent('serviceworker', { timeout: timeoutMs });
  } catch {
    throw new Error(
      'The extension did not start. Is the browser Google Chrome, or the build incomplete?',
    );
  }
};

/** Starts Chromium, unless told otherwise with a profile of its own, which goes when the browser does. */
export const startChromium = async (options: BrowserOptions): Promise<Chromium> => {
  const profile = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'facelift-chromium-')));
  const dropProfile = async (): Promise<void> => {
    if (options.profileDir !== undefined) return;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const context = await launch(options, profile).catch(async (error: unknown) => {
    await dropProfile();
    throw error;
  });
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const close = async (): Promise<void> => {
    await context.close();
    await dropProfile();
  };
  try {
    const extensionId = new URL((await startBackground(context)).url()).host;
    return {
      name: 'chromium',
      context,
      extensionId,
      background: () => startBackground(context),
      extensionPage: (file) => `chrome-extension://${extensionId}/${file}`,
      open: async (address) => {
        const blank = context.pages().find((page) => page.url() === 'about:blank');
        const page = blank ?? (await context.newPage());
        await page.goto(address);
        return chromiumScreen(page);
      },
      tabOpenedBy: async (action, addressPart) => {
        const opened = context.waitForEvent('page', { timeout: timeoutMs });
        await action();
        const page = await opened;
        await page.waitForURL((url) => url.href.includes(addressPart), { timeout: timeoutMs });
        return chromiumScreen(page);
      },
      tabs: async () => context.pages().map(chromiumScreen),
      closed: () => closed,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
