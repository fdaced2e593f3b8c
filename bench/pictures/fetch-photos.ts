import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../scripts/setup/run-command.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import { type PackagePhoto, type PackagePhotoName, packagePhotos } from './package-photos.ts';

const cache = fileURLToPath(new URL('../../.cache/bench-photos/', import.meta.url));
const downloadTimeoutMs = 180_000;

/** The photographs on disk, or the reason, in words, why they are not to be had here. */
export type FetchedPhotos = Result<Readonly<Record<PackagePhotoName, string>>, string>;

const fileOf = ({ name }: PackagePhoto): string => join(cache, `${name}.jpg`);

const isTheOne = async ({ sha256 }: PackagePhoto, file: string): Promise<boolean> =>
  existsSync(file) &&
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex') === sha256;

const isThere = (photo: PackagePhoto): Promise<boolean> => isTheOne(photo, fileOf(photo));

/** Runs a command in a folder; null when all went well, else the last line it said. */
const complaint = async (
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<string | null> => {
  const { code, output } = await runCommand(command, args, { cwd, timeoutMs: downloadTimeoutMs });
  if (code === 0) return null;
  return `${command}: ${output.trim().split('\n').at(-1) ?? 'no answer'}`;
};

/** Debian's own lists and packages, in a folder of ours: needs no rights and leaves the system as it is. */
const downloadPackages = async (dir: string, names: readonly string[]): Promise<string | null> => {
  await mkdir(join(dir, 'lists/partial'), { recursive: true });
  await mkdir(join(dir, 'cache/archives/partial'), { recursive: true });
  const own = ['-qq', '-o', `Dir::State::lists=${dir}/lists`, '-o', `Dir::Cache=${dir}/cache`];
  return (
    (await complaint('apt-get', [...own, 'update'], dir)) ??
    (await complaint('apt-get', [...own, 'download', ...names], dir))
  );
};

const unpack = async (dir: string): Promise<string | null> => {
  for (const deb of (await readdir(dir)).filter((name) => name.endsWith('.deb'))) {
    const wrong = await complaint('dpkg-deb', ['--extract', deb, 'all'], dir);
    if (wrong !== null) return wrong;
  }
  return null;
};

const keep = async (dir: string, photo: PackagePhoto): Promise<string | null> => {
  const from = join(dir, 'all', photo.path);
  if (!(await isTheOne(photo, from))) return `${photo.path} is not the file that was looked at`;
  await copyFile(from, `${fileOf(photo)}.${process.pid}`);
  await rename(`${fileOf(photo)}.${process.pid}`, fileOf(photo));
  return null;
};

const fetchAll = async (photos: readonly PackagePhoto[]): Promise<string | null> => {
  await mkdir(cache, { recursive: true });
  const dir = await mkdtemp(join(cache, 'fetch-'));
  try {
    const names = [...new Set(photos.map(({ debianPackage }) => debianPackage))];
    const wrong = (await downloadPackages(dir, names)) ?? (await unpack(dir));
    if (wrong !== null) return wrong;
    for (const photo of photos) {
      const missing = await keep(dir, photo);
      if (missing !== null) return missing;
    }
    return null;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

/**
 * The real photographs, fetched from Debian's packages the first time (27 MB) and kept in `.cache`,
 * each checked by its content. Where Debian's tools or packages cannot be reached the answer says why.
 */
export const fetchPhotos = async (): Promise<FetchedPhotos> => {
  const missing: PackagePhoto[] = [];
  for (const photo of packagePhotos) if (!(await isThere(photo))) missing.push(photo);
  const wrong = missing.length === 0 ? null : await fetchAll(missing);
  if (wrong !== null) return err(wrong);
  const files = packagePhotos.map((photo) => [photo.name, fileOf(photo)] as const);
  return ok(Object.fromEntries(files) as Record<PackagePhotoName, string>);
};
