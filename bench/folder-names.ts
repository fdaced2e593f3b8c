import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';

/** Every file below a folder, as paths with `/` that begin there, in order. */
export const filesBelow = async (dir: string): Promise<readonly string[]> =>
  (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(resolve(dir).length + 1))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** A name for what is made of each file: as short as it can be and still unlike all others. */
export const outputNames = (files: readonly string[]): ReadonlyMap<string, string> => {
  const stem = (file: string): string => basename(file, extname(file));
  const path = (file: string): string => join(dirname(file), stem(file)).replaceAll('/', '-');
  const full = (file: string): string => file.replaceAll('/', '-');
  const isAlone = (name: (file: string) => string, file: string): boolean =>
    files.filter((other) => name(other).toLowerCase() === name(file).toLowerCase()).length === 1;
  return new Map(
    files.map((file) => {
      const name = [stem, path].find((way) => isAlone(way, file)) ?? full;
      return [file, name(file)];
    }),
  );
};
