import { mkdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import type { ImageError } from '../utils/domain/image-errors.ts';
import { type BenchBrowser, type BenchPage, startBrowser } from './browser.ts';
import { verifyOutput } from './folder-check.ts';
import { filesBelow, outputNames } from './folder-names.ts';
import { type Kind, sizes } from './reference/centre-crop.ts';
import { buildSite } from './site/build-site.ts';
import { type BenchServer, startServer } from './site/server.ts';

/** What became of one file as one kind of picture. */
export interface FolderRecord {
  /** Path below the folder, with `/`. */
  readonly file: string;
  readonly kind: Kind;
  /** True for a good picture. */
  readonly ok: boolean;
  /** The error's name (utils/domain/image-errors.ts), or `bad picture: …` with what is wrong. */
  readonly error?: string;
  readonly ms: number;
  readonly bytes: number | null;
  readonly mime: string | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  /** Name of the file made, in the out folder. */
  readonly out?: string;
}

const fileTimeoutMs = 5_000;
/** A page that still says nothing this long after is taken for dead, and its browser with it. */
const pageTimeoutMs = fileTimeoutMs + 3_000;

/** Errors that say what is wrong with a file. All others are failures of the program. */
const refusals: ReadonlySet<string> = new Set<ImageError['kind']>([
  'emptyFile',
  'fileTooLarge',
  'notAnImage',
  'unreadableFormat',
  'tooManyPixels',
  'decodeFailed',
]);

/** Whether a record is a good picture or a refusal that names its reason. */
export const isSettledWell = ({ ok, error }: FolderRecord): boolean =>
  ok || (error !== undefined && refusals.has(error));

interface Runner {
  readonly server: BenchServer;
  readonly browser: BenchBrowser;
  readonly page: BenchPage;
}

const openRunner = async (server: BenchServer): Promise<Runner> => {
  const browser = await startBrowser('chromium', server.origin);
  return { server, browser, page: await browser.open('ours') };
};

const noPicture = { bytes: null, mime: null, widthPx: null, heightPx: null } as const;

const settle = async (
  outDir: string,
  kept: string,
  name: string,
  kind: Kind,
): Promise<Omit<FolderRecord, 'file' | 'kind' | 'ms'>> => {
  const from = join(outDir, kept);
  const { format } = await sharp(from, { failOn: 'none' })
    .metadata()
    .catch(() => ({ format: '' }));
  const out = `${name}.${kind}.${format === 'png' ? 'png' : 'jpg'}`;
  await rename(from, join(outDir, out));
  const { wrong, ...facts } = await verifyOutput(join(outDir, out), kind, sizes[kind]);
  if (wrong === null) return { ok: true, ...facts, out };
  return { ok: false, error: `bad picture: ${wrong}`, ...facts, out };
};

const runFile = async (
  { server, page }: Runner,
  file: string,
  place: { readonly imagesDir: string; readonly outDir: string; readonly name: string },
): Promise<readonly FolderRecord[]> => {
  const kept = (kind: Kind): string => `${place.name}.${kind}.part`;
  const sourceUrl = server.offer(join(resolve(place.imagesDir), file));
  const keepUrl = (kind: Kind): string => `/keep/${encodeURIComponent(kept(kind))}`;
  const keepUrls = { avatar: keepUrl('avatar'), banner: keepUrl('banner') };
  const startMs = performance.now();
  const runs = await page
    .call('folder', [{ sourceUrl, keepUrls, timeoutMs: fileTimeoutMs }], pageTimeoutMs)
    .catch(() => {
      const run = { ms: performance.now() - startMs, error: 'page gave no answer' };
      return { avatar: run, banner: run };
    });
  const records: FolderRecord[] = [];
  for (const kind of ['avatar', 'banner'] as const) {
    const { ms: exactMs, error } = runs[kind];
    const ms = Math.round(exactMs);
    const found =
      error === undefined
        ? await settle(resolve(place.outDir), kept(kind), place.name, kind)
        : { ok: false, error, ...noPicture };
    records.push({ file, kind, ms, ...found });
  }
  return records;
};

/** Runs the production pipeline over every file below a folder and checks what it makes. */
export const runFolder = async (
  imagesDir: string,
  outDir: string,
): Promise<readonly FolderRecord[]> => {
  await buildSite();
  await mkdir(outDir, { recursive: true });
  const files = await filesBelow(resolve(imagesDir));
  const names = outputNames(files);
  const server = await startServer(resolve(outDir));
  let runner = await openRunner(server);
  const records: FolderRecord[] = [];
  try {
    for (const file of files) {
      const made = await runFile(runner, file, {
        imagesDir,
        outDir,
        name: names.get(file) ?? file,
      });
      records.push(...made);
      if (made.every(isSettledWell)) continue;
      // Whatever state the page is in, the next file gets a fresh one.
      await runner.browser.close();
      runner = await openRunner(server);
    }
    return records;
  } finally {
    await runner.browser.close();
    await server.close();
  }
};
