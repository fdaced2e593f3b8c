import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxControl } from '../../sandbox/control.ts';
import type { RealBrowser, Screen } from '../screen.ts';
import { pause } from './wait-until.ts';

const failuresDir = fileURLToPath(new URL('../../.output/e2e-failures', import.meta.url));
/** A tab that hangs may be the very failure. */
const screenshotTimeoutMs = 5_000;

/** The file's name where a picture of the tab could be taken, and why not where it could not. */
const pictureOf = async (screen: Screen, name: string): Promise<string> => {
  const tooLate = pause(screenshotTimeoutMs).then(() => `${name}: the tab gave no answer`);
  const taken = screen.screenshot(join(failuresDir, name)).then(
    () => name,
    (error: unknown) => `${name}: ${error instanceof Error ? error.message : String(error)}`,
  );
  return Promise.race([taken, tooLate]);
};

/** Keeps what every tab shows when a scenario failed, and tells what the server saw. Never rejects. */
export const keepEvidence = async (
  browser: RealBrowser,
  control: SandboxControl,
  testName: string,
): Promise<void> => {
  await mkdir(failuresDir, { recursive: true });
  const stem = testName.replace(/\W+/g, '-').slice(0, 80);
  const screens = await browser.tabs().catch(() => []);
  const pictures: string[] = [];
  for (const [index, screen] of screens.entries()) {
    pictures.push(await pictureOf(screen, `${stem}-${index + 1}.png`));
  }
  process.stderr.write(`${testName}\n  Screenshots in ${failuresDir}:\n`);
  for (const picture of pictures) process.stderr.write(`    ${picture}\n`);
  const api = control.calls().filter(({ host }) => host.startsWith('api.'));
  process.stderr.write(`  Calls:${api.length === 0 ? ' none' : ''}\n`);
  for (const { status, method, path, note } of api)
    process.stderr.write(`    ${status} ${method} ${path} ${note ?? ''}\n`);
};
