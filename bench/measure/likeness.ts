import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { candidates, type Candidate } from '../page/page-api.ts';
import type { PictureFile } from '../pictures/picture-file.ts';
import { type Kind, sizes } from '../reference/centre-crop.ts';
import { referenceFor } from '../reference/reference.ts';
import { type Picture, psnrDb } from '../score/psnr.ts';
import { ssim } from '../score/ssim.ts';
import type { BenchServer } from '../site/server.ts';
import type { Likeness } from './results.ts';
import type { Tabs } from './tabs.ts';

const kinds = ['avatar', 'banner'] as const;

/** Where a result is kept, below the server's folder and without its ending. */
export const keptName = (
  browser: string,
  picture: string,
  kind: Kind,
  candidate: Candidate,
): string => `${browser}/${picture}.${kind}.${candidate}`;

/** A kept picture file as RGBA. */
export const decodedFile = async (file: string): Promise<Picture> => {
  const { data, info } = await sharp(file, { failOn: 'none' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, pixels: data };
};

const compare = (picture: Picture, reference: Picture) => ({
  db: psnrDb(picture, reference),
  ssim: ssim(picture, reference),
});

/** Files of the wrong size are brought to the right one first: X would do the same, as well as it can. */
const atSize = async (picture: Picture, kind: Kind): Promise<Picture> => {
  const { widthPx, heightPx } = sizes[kind];
  if (picture.widthPx === widthPx && picture.heightPx === heightPx) return picture;
  const raw = { width: picture.widthPx, height: picture.heightPx, channels: 4 as const };
  const pixels = await sharp(picture.pixels, { raw })
    .resize(widthPx, heightPx, { fit: 'fill' })
    .raw()
    .toBuffer();
  return { widthPx, heightPx, pixels };
};

const likenessOf = async (
  base: string,
  reference: Picture,
  kind: Kind,
): Promise<Pick<Likeness, 'before' | 'after'>> => {
  const lossless = existsSync(`${base}.lossless`) ? await decodedFile(`${base}.lossless`) : null;
  const pixels = existsSync(`${base}.rgba`) ? await readFile(`${base}.rgba`) : lossless?.pixels;
  const file = existsSync(`${base}.file`) ? await decodedFile(`${base}.file`) : null;
  return {
    before: pixels ? compare({ ...sizes[kind], pixels }, reference) : null,
    after: file ? compare(await atSize(file, kind), reference) : null,
  };
};

/** Runs every candidate once on every picture and compares what comes out with the reference. */
export const measureLikeness = async (
  browser: string,
  tabs: Tabs,
  server: BenchServer,
  pictures: readonly PictureFile[],
): Promise<readonly Likeness[]> => {
  const results: Likeness[] = [];
  for (const { name: picture, subject, file } of pictures) {
    for (const kind of kinds) {
      const reference = await referenceFor(file, kind);
      for (const candidate of candidates) {
        if (candidate === 'decode-only') continue;
        const kept = keptName(browser, picture, kind, candidate);
        const base = join(server.keepDir, kept);
        await Promise.all(
          ['.rgba', '.lossless', '.file'].map((end) => rm(`${base}${end}`, { force: true })),
        );
        const pictureUrl = server.offer(file);
        const run = await tabs.run({ candidate, kind, pictureUrl, keepUrl: `/keep/${kept}` });
        const { bytes, mime, error } = run;
        const what = { candidate, picture, subject, kind, bytes, mime };
        const found = await likenessOf(base, reference, kind);
        results.push({ ...what, ...found, ...(error !== undefined && { error }) });
      }
    }
    process.stderr.write(`  ${browser}: ${picture} compared\n`);
  }
  return results;
};
