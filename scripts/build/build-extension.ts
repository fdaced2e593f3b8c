import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../setup/run-command.ts';

export type Target = 'chrome' | 'firefox';

export interface BuildResult {
  readonly ok: boolean;
  /** Folder with the unpacked production build. */
  readonly dir: string;
  /** What the build printed; empty when nothing had to be built. */
  readonly output: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything a build is made from. */
const sources = [
  '{components,entrypoints,utils,public}/**/*',
  'scripts/strip-remote-addresses.ts',
  'wxt.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

const isSource = (file: string): boolean =>
  !/\.test\.tsx?$|\/testing\/|\/fixtures\//.test(file) && statSync(join(root, file)).isFile();

const sourceHash = (target: Target): string => {
  const hash = createHash('sha256').update(target);
  for (const file of globSync(sources, { cwd: root }).filter(isSource).sort()) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
};

const targetArgs: Readonly<Record<Target, readonly string[]>> = {
  chrome: [],
  firefox: ['-b', 'firefox', '--mv3'],
};

export const buildDir = (target: Target): string => join(root, '.output', `${target}-mv3`);

/** Makes the production build, unless the one that is there was made from the same sources. */
export const buildExtension = async (
  target: Target,
  { always = false }: { readonly always?: boolean } = {},
): Promise<BuildResult> => {
  const dir = buildDir(target);
  const stampFile = join(root, '.output', `${target}-mv3.sources`);
  const wanted = sourceHash(target);
  const made = existsSync(stampFile) && existsSync(join(dir, 'manifest.json'));
  if (!always && made && readFileSync(stampFile, 'utf8') === wanted) {
    return { ok: true, dir, output: '' };
  }
  rmSync(stampFile, { force: true });
  const cli = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const env = { ...process.env, NODE_ENV: 'production' };
  const args = [cli, 'build', ...targetArgs[target]];
  const { code, output } = await runCommand(process.execPath, args, { cwd: root, env });
  if (code === 0) writeFileSync(stampFile, wanted);
  return { ok: code === 0, dir, output };
};
