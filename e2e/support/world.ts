import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as plainTest } from 'vitest';
import { buildDir } from '../../scripts/build/build-extension.ts';
import { findBrowser } from '../../scripts/setup/find-browser.ts';
import type { SandboxControl } from '../../sandbox/control.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { startChromium, type Chromium } from '../chromium.ts';
import { startFirefox } from '../firefox.ts';
import { openOptions, type Keys } from '../pages/options-page.ts';
import type { BrowserOptions, RealBrowser } from '../screen.ts';

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

const failuresDir = fileURLToPath(new URL('../../.output/e2e-failures', import.meta.url));

const pathOf = (browser: 'chromium' | 'firefox'): string => {
  const found = findBrowser(browser);
  if (!found.ok) throw new Error(found.reason);
  return found.path;
};

const openWorld = async <B extends RealBrowser>(
  start: (options: BrowserOptions) => Promise<B>,
  name: 'chromium' | 'firefox',
) => {
  const { port, control, close } = await startSandbox({ showDelayMs });
  const browser = await start({
    executablePath: pathOf(name),
    extensionDir: buildDir(name === 'chromium' ? 'chrome' : 'firefox'),
    headless: true,
    ports: { api: port, everythingElse: port },
  });
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

/** What every tab showed when a scenario failed, and what the server saw. */
const keepEvidence = async ({ browser, control }: World, name: string): Promise<void> => {
  await mkdir(failuresDir, { recursive: true });
  const file = name.replace(/\W+/g, '-').slice(0, 80);
  for (const [index, page] of browser.context.pages().entries()) {
    const path = join(failuresDir, `${file}-${index + 1}.png`);
    await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined);
  }
  process.stderr.write(`Screenshots in ${failuresDir}/${file}-*.png; calls:\n`);
  const api = control.calls().filter(({ host }) => host.startsWith('api.'));
  for (const call of api)
    process.stderr.write(`  ${call.status} ${call.method} ${call.path} ${call.note ?? ''}\n`);
};

/** `test` with a `world` of its own in Chromium. */
export const test = plainTest.extend<{ world: World }>({
  world: async ({ task, onTestFailed }, use) => {
    const { world, close } = await openWorld(startChromium, 'chromium');
    onTestFailed(() => keepEvidence(world, task.name));
    await use(world);
    await close();
  },
});

/** `test` with a `world` of its own in stock Firefox. */
export const firefoxTest = plainTest.extend<{ world: World<RealBrowser> }>({
  world: async ({ task: _task }, use) => {
    const { world, close } = await openWorld(startFirefox, 'firefox');
    await use(world);
    await close();
  },
});
