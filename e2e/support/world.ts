import { test as plainTest } from 'vitest';
import { buildDir } from '../../scripts/build/build-extension.ts';
import { findBrowser } from '../../scripts/setup/find-browser.ts';
import type { SandboxControl } from '../../sandbox/control.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { startChromium, type Chromium } from '../chromium.ts';
import { startFirefox, type Firefox } from '../firefox.ts';
import { openOptions, type Keys } from '../pages/options-page.ts';
import type { BrowserOptions, RealBrowser } from '../screen.ts';
import { keepEvidence } from './evidence.ts';

/** A sandbox and a fresh browser, the sandbox's first account signed in to X. */
export interface World<B extends RealBrowser = Chromium> {
  readonly control: SandboxControl;
  readonly browser: B;
  readonly handle: string;
  readonly keys: Keys;
  /** Adds the signed-in account through the options page and leaves that page. */
  addAccount(): Promise<void>;
}

// The extension waits 5.5 s before its first look, whatever the server does: this only has to be shorter.
const showDelayMs = 1_000;

const pathOf = (browser: 'chromium' | 'firefox'): string => {
  const found = findBrowser(browser);
  if (!found.ok) throw new Error(found.reason);
  return found.path;
};

/** What a scenario changes about the browser it runs in. */
type Settings = Pick<BrowserOptions, 'chromiumFlags' | 'firefoxPrefs' | 'profileDir'>;

/** How a browser is started against a sandbox that listens on `port`. */
export const browserOptions = (name: 'chromium' | 'firefox', port: number): BrowserOptions => ({
  executablePath: pathOf(name),
  extensionDir: buildDir(name === 'chromium' ? 'chrome' : 'firefox'),
  headless: true,
  ports: { api: port, everythingElse: port },
});

const openWorld = async <B extends RealBrowser>(
  start: (options: BrowserOptions) => Promise<B>,
  name: 'chromium' | 'firefox',
  settings: Settings,
) => {
  const { port, control, close } = await startSandbox({ showDelayMs });
  const browser = await start({ ...browserOptions(name, port), ...settings });
  const { handle, keys } = control.world.signedIn;
  const addAccount = async (): Promise<void> => {
    const options = await openOptions(browser);
    await options.addAccount(keys);
    // Not closed: without any window a browser opens no tab for an extension.
    await options.screen.go('about:blank');
  };
  const world: World<B> = { control, browser, handle, keys, addAccount };
  return {
    world,
    close: async (): Promise<void> => {
      await browser.close();
      await close();
    },
  };
};

/** A world that the scenarios of a file share. The caller's to close. */
export const openChromiumWorld = (settings: Settings = {}) =>
  openWorld(startChromium, 'chromium', settings);

/** A world beside the one a scenario has, for comparison. The caller's to close. */
export const openFirefoxWorld = (settings: Settings = {}) =>
  openWorld(startFirefox, 'firefox', settings);

/**
 * Gives a scenario its world and takes it away again. Evidence of a failure is kept before that:
 * vitest's own hook for failed tests runs when the browser is gone.
 */
const lendWorld = async <B extends RealBrowser>(
  opening: Promise<{ readonly world: World<B>; readonly close: () => Promise<void> }>,
  task: { readonly name: string; readonly result?: { readonly state: string } | undefined },
  use: (world: World<B>) => Promise<void>,
): Promise<void> => {
  const { world, close } = await opening;
  try {
    await use(world);
    if (task.result?.state === 'fail') await keepEvidence(world.browser, world.control, task.name);
  } finally {
    await close();
  }
};

/** `test` with a `world` of its own in Chromium. */
export const chromiumTest = (settings: Settings = {}) =>
  plainTest.extend<{ world: World }>({
    world: ({ task }, use) => lendWorld(openChromiumWorld(settings), task, use),
  });

/** `test` with a `world` of its own in stock Firefox. */
export const firefoxTest = (settings: Settings = {}) =>
  plainTest.extend<{ world: World<Firefox> }>({
    world: ({ task }, use) => lendWorld(openFirefoxWorld(settings), task, use),
  });

export const test = chromiumTest();
