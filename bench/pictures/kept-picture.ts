import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Raise it when a drawing changes: what was made before is then made anew. */
const edition = 2;
const cache = fileURLToPath(new URL(`../../.output/bench/pictures-${edition}/`, import.meta.url));

/**
 * Makes a file once and gives its path. Written under another name first, so that a stopped run leaves
 * no half file.
 */
export const keptPicture = async (name: string, make: () => Promise<Buffer>): Promise<string> => {
  const file = join(cache, name);
  if (existsSync(file)) return file;
  await mkdir(cache, { recursive: true });
  await writeFile(`${file}.${process.pid}`, await make());
  await rename(`${file}.${process.pid}`, file);
  return file;
};
