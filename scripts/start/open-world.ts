import { readFile } from 'node:fs/promises';
import type { Keys } from '../../e2e/pages/options-page.ts';
import type { BrowserOptions, RealBrowser } from '../../e2e/screen.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { buildExtension } from '../build/build-extension.ts';
import { needBrowser } from '../setup/install-browser.ts';
import { startApiRelay, type ApiRelay } from './api-relay.ts';
import type { StartOptions } from './options.ts';

/** A small X, a relay that watches the calls to its API, and a browser with the extension. */
export interface TryWorld {
  readonly sandbox: Sandbox;
  readonly relay: ApiRelay;
  readonly browser: RealBrowser;
  readonly keys: Keys;
  /** May be called more than once. */
  close(): Promise<void>;
}

const keyNames = ['apiKey', 'apiKeySecret', 'accessToken', 'accessTokenSecret'] as const;

const readKeys = async (file: string): Promise<Keys> => {
  const read = JSON.parse(await readFile(file, 'utf8')) as Partial<Keys>;
  for (const name of keyNames) {
    if (typeof read[name] !== 'string') throw new Error(`${file} has no "${name}".`);
  }
  return read as Keys;
};

const build = async (target: 'chrome' | 'firefox'): Promise<string> => {
  const { ok, dir, output } = await buildExtension(target);
  if (!ok) throw new Error(`The extension could not be built.\n${output}`);
  return dir;
};

/** Only the driver in use is loaded: each takes a good part of a second. */
const startBrowser = async (name: StartOptions['browser'], options: BrowserOptions) =>
  name === 'firefox'
    ? (await import('../../e2e/firefox.ts')).startFirefox(options)
    : (await import('../../e2e/chromium.ts')).startChromium(options);

/** Builds what is missing and opens all three; what was opened is closed again when a later one fails. */
export const openTryWorld = async (options: StartOptions): Promise<TryWorld> => {
  const [found, extensionDir] = await Promise.all([
    needBrowser(options.browser),
    build(options.browser === 'firefox' ? 'firefox' : 'chrome'),
  ]);
  if (!found.ok) throw new Error(found.reason);
  const parts: { close(): Promise<void> }[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (const part of parts.toReversed()) await part.close().catch(() => undefined);
  };
  const close = (): Promise<void> => (closing ??= closeAll());
  try {
    const sandbox = await startSandbox();
    parts.push(sandbox);
    const relay = await startApiRelay(options.apiPort ?? sandbox.port);
    parts.push(relay);
    const browser = await startBrowser(options.browser, {
      executablePath: found.path,
      extensionDir,
      headless: options.headless,
      ports: { api: relay.port, everythingElse: sandbox.port },
    });
    parts.push(browser);
    const { keysFile } = options;
    const own = sandbox.control.world.signedIn.keys;
    const keys = keysFile === undefined ? own : await readKeys(keysFile);
    return { sandbox, relay, browser, keys, close };
  } catch (error) {
    await close();
    throw error;
  }
};
