import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserVariables, findBrowser, type FoundBrowser } from './find-browser.ts';
import { runCommand } from './run-command.ts';

type Browser = 'chromium' | 'firefox';

const downloadTimeoutMs = 240_000;
// A host that is cut off from the download servers answers late or never; 20 s of silence is an answer.
const connectTimeoutMs = 20_000;
const aptTimeoutMs = 600_000;

const packages = { chromium: 'chromium', firefox: 'firefox-esr' } as const;

const download = async (): Promise<void> => {
  const cli = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url));
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(connectTimeoutMs) };
  const args = [cli, 'install', '--no-shell', 'chromium'];
  await runCommand(process.execPath, args, { env, timeoutMs: downloadTimeoutMs });
};

/** `apt-get` as root, or by sudo where that asks for no password; null where it may not be used. */
const aptCommand = async (): Promise<readonly [string, ...string[]] | null> => {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  const asked = await runCommand('sudo', ['-n', 'true'], { timeoutMs: 5_000 });
  return asked.code === 0 ? ['sudo', '-n', 'apt-get'] : null;
};

const installByApt = async (browser: Browser): Promise<void> => {
  const apt = await aptCommand();
  if (!apt) return;
  const [command, ...first] = apt;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) =>
    runCommand(command, [...first, ...args], { env, timeoutMs: aptTimeoutMs });
  await run('update', '-q');
  await run('install', '-y', '-q', '--no-install-recommends', packages[browser]);
};

/** Still works after its shared libraries were counted: a downloaded one may lack some. */
const starts = async (path: string): Promise<boolean> =>
  process.platform === 'win32' ||
  (await runCommand(path, ['--version'], { timeoutMs: 20_000 })).code === 0;

const installWays = {
  // Stock Firefox is what people have; Playwright's own build of it cannot hold extensions.
  chromium: [download, () => installByApt('chromium')],
  firefox: [() => installByApt('firefox')],
} as const;

/**
 * A browser to work with: one that is there, else one it installs, else one sentence on what to install.
 * The path is also put into the environment, so that child processes need not look again.
 */
export const needBrowser = async (browser: Browser): Promise<FoundBrowser> => {
  let found = findBrowser(browser);
  const named = browserVariables[browser].some((name) => process.env[name]);
  if (!found.ok && !named) {
    process.stderr.write(`No ${packages[browser]} found, installing one …\n`);
    for (const install of installWays[browser]) {
      await install();
      found = findBrowser(browser);
      if (found.ok && (await starts(found.path))) break;
    }
    if (found.ok && !(await starts(found.path))) {
      return {
        ok: false,
        reason: `${found.path} does not start: please install ${packages[browser]}.`,
      };
    }
  }
  if (found.ok) process.env[browserVariables[browser][0]] = found.path;
  return found;
};
