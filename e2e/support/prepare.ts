import { buildExtension } from '../../scripts/build/build-extension.ts';
import { needBrowser } from '../../scripts/setup/install-browser.ts';

/** Before the first scenario: browsers, and production builds of the sources as they are. */
export const setup = async (): Promise<void> => {
  for (const browser of ['chromium', 'firefox'] as const) {
    const found = await needBrowser(browser);
    if (!found.ok) throw new Error(found.reason);
  }
  for (const target of ['chrome', 'firefox'] as const) {
    const { ok, output } = await buildExtension(target);
    if (!ok) throw new Error(`The build for ${target} failed\n${output}`);
  }
};
