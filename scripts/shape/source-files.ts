import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of the repository. The path is from the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Rooms of the house: every source file stands in one of them. */
export const rooms = [
  'bench',
  'components',
  'e2e',
  'entrypoints',
  'sandbox',
  'scripts',
  'utils/accounts',
  'utils/api',
  'utils/domain',
  'utils/image',
  'utils/page',
  'utils/platform',
  'utils/repair',
  'utils/swap',
] as const;

export const readSources = (): SourceFile[] =>
  globSync('**/*.{ts,tsx,mjs,css}', {
    cwd: root,
    exclude: ['node_modules', '.output', '.wxt', '.git'],
  }).map((file) => {
    const path = file.replaceAll('\\', '/');
    return { path, text: readFileSync(`${root}/${path}`, 'utf8') };
  });

/** Tests, and what only tests use: they may look anywhere. */
export const isTest = (path: string): boolean => /\.test\.tsx?$|(^|\/)testing\//.test(path);

/** Lines as an editor counts them. */
export const lineCount = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;
