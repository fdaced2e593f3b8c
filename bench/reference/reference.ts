import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Picture } from '../score/psnr.ts';
import { centreCrop, type Kind, sizes } from './centre-crop.ts';
import { linearLight, reduceExactly } from './lanczos.ts';

/** Raise it when the yardstick changes. */
const edition = 1;
const cache = fileURLToPath(new URL(`../../.output/bench/references-${edition}/`, import.meta.url));

/** A file by libvips: upright, its colour profile converted to sRGB, 8-bit RGBA. */
const decoded = async (file: string): Promise<Picture> => {
  const { data, info } = await sharp(file, { failOn: 'none', limitInputPixels: 1e9 })
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, pixels: data };
};

/**
 * What a picture's middle should look like at X's size: Lanczos3 in linear light, rounded once, at the
 * end. Kept on disk by the source's content.
 */
export const referenceFor = async (source: string, kind: Kind): Promise<Picture> => {
  const key = createHash('sha256')
    .update(await readFile(source))
    .digest('hex')
    .slice(0, 24);
  const file = join(cache, `${key}.${kind}.rgba`);
  if (existsSync(file)) return { ...sizes[kind], pixels: await readFile(file) };
  const picture = await decoded(source);
  const reference = reduceExactly(picture, centreCrop(picture, kind), sizes[kind], linearLight);
  await mkdir(cache, { recursive: true });
  await writeFile(`${file}.${process.pid}`, reference.pixels);
  await rename(`${file}.${process.pid}`, file);
  return reference;
};
