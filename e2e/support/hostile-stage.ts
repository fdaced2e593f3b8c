import type { SandboxControl } from '../../sandbox/control.ts';
import { openOptions, type Keys } from '../pages/options-page.ts';
import { openProfile } from '../pages/profile-page.ts';
import type { RealBrowser, Screen } from '../screen.ts';
import { inContentScript } from './content-script.ts';
import { extensionDump } from './extension-storage.ts';
import { dumpInFirefox } from './firefox-storage.ts';
import { inFirefoxContentScript } from './firefox-window.ts';
import { openChromiumWorld, openFirefoxWorld, type World } from './world.ts';

export const passphrase = 'lantern copper violin moss kettle';

/** An account under a passphrase, unlocked, and its profile open on X: there is all to be had. */
export interface HostileStage {
  readonly control: SandboxControl;
  readonly browser: RealBrowser;
  readonly keys: Keys;
  readonly profile: Screen;
  /** Runs in the content script's own world on X. */
  readonly taken: (expression: string) => Promise<unknown>;
  /** Everything the extension keeps, and everything it asked of X so far. */
  readonly everything: () => Promise<unknown>;
  /** Queries of the studios that are open. */
  readonly studios: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

interface Ways {
  readonly taken: (expression: string) => Promise<unknown>;
  readonly stored: () => Promise<unknown>;
}

const prepare = async <B extends RealBrowser>(
  { world, close }: { readonly world: World<B>; readonly close: () => Promise<void> },
  ways: Ways,
): Promise<HostileStage> => {
  const { browser, control, handle, keys } = world;
  const options = await openOptions(browser);
  await options.addAccount(keys);
  await options.setPassphrase(passphrase);
  await options.screen.go('about:blank');
  const { screen } = await openProfile(browser, handle);
  await screen.waitForButton('Swap avatar');
  return {
    control,
    browser,
    keys,
    profile: screen,
    taken: ways.taken,
    everything: async () => ({
      stored: await ways.stored(),
      calls: control
        .calls()
        .filter(({ host }) => host.startsWith('api.'))
        .map(({ method, path }) => `${method} ${path}`),
    }),
    studios: async () => {
      const addresses = await Promise.all(
        (await browser.tabs()).map((tab) => tab.address().catch(() => '')),
      );
      return addresses
        .filter((one) => one.includes('studio.html'))
        .map((one) => new URL(one).search);
    },
    close,
  };
};

const openInChromium = async (): Promise<HostileStage> => {
  const opened = await openChromiumWorld();
  const { browser, handle } = opened.world;
  return prepare(opened, {
    taken: (expression) => {
      const page = browser.context.pages().find((one) => one.url().endsWith(handle));
      if (!page) throw new Error('The profile page is open');
      return inContentScript(page, browser.extensionId, expression);
    },
    stored: () => extensionDump(browser),
  });
};

const openInFirefox = async (): Promise<HostileStage> => {
  const opened = await openFirefoxWorld();
  const { browser, handle } = opened.world;
  return prepare(opened, {
    taken: (expression) => inFirefoxContentScript(browser, `/${handle}`, expression),
    stored: () => dumpInFirefox(browser),
  });
};

/** The browsers in which the same attacks are tried. */
export const stages = [
  { name: 'Chromium', open: openInChromium },
  { name: 'stock Firefox', open: openInFirefox },
] as const;
