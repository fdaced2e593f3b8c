import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension, type Target } from '../build/build-extension.ts';
import { needBrowser } from '../setup/install-browser.ts';
import { runCommand } from '../setup/run-command.ts';
import { asOne, type Check } from './check.ts';
import { vitestCheck } from './vitest-check.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A script of an installed package, run by this very Node. */
const tool = (name: string, script: string, ...args: string[]): Check => ({
  name,
  run: async () => {
    const path = join(root, 'node_modules', script);
    const { code, output } = await runCommand(process.execPath, [path, ...args], { cwd: root });
    return asOne(code === 0, output);
  },
});

const types = (name: string, project: string): Check =>
  tool(name, 'typescript/bin/tsc', '-p', project, '--pretty', 'false');

const build = (name: string, target: Target): Check => ({
  name,
  run: async () => {
    const { ok, output } = await buildExtension(target, { always: true });
    return asOne(ok, output);
  },
});

const browser = (name: 'chromium' | 'firefox'): Check => ({
  name: `set-up: ${name}`,
  run: async () => {
    const found = await needBrowser(name);
    return asOne(found.ok, found.ok ? '' : found.reason);
  },
});

/** First of all: what the others need. */
export const firstChecks: readonly Check[] = [
  browser('chromium'),
  browser('firefox'),
  tool('set-up: generated types', 'wxt/bin/wxt.mjs', 'prepare'),
];

/** Two rows that run side by side, for machines with two cores. */
export const sideBySide: readonly (readonly Check[])[] = [
  [
    types('types: what ships', 'tsconfig.json'),
    types('types: domain without a DOM', 'tsconfig.domain.json'),
    types('types: workshop and tests', 'tsconfig.node.json'),
    tool('lint', 'oxlint/bin/oxlint', '--type-aware'),
    tool('format', 'oxfmt/bin/oxfmt', '--check'),
    build('build: Chrome', 'chrome'),
    build('build: Firefox', 'firefox'),
    vitestCheck('unit', ['unit', 'extension']),
  ],
  [vitestCheck('browser', ['browser'])],
];

/** Last, with the machine to itself: the production builds in real browsers. */
export const lastChecks: readonly Check[] = [vitestCheck('e2e', ['e2e'], { isSlow: true })];
