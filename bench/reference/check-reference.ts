import sharp from 'sharp';
import { psnrDb, type Picture } from '../score/psnr.ts';
import { asStored, lanczos3, linearLight, type Rect, reduceExactly } from './lanczos.ts';

/** How far the yardstick is from libvips and from its own formula written out. */
export interface ReferenceCheck {
  /** Against sharp's Lanczos3 on levels as stored, in decibels. */
  readonly vipsStoredDb: number;
  /** Against sharp's Lanczos3 in scRGB, in decibels. */
  readonly vipsLinearDb: number;
  /** Largest difference, in levels, from the two-dimensional sum evaluated pixel by pixel. */
  readonly directLevels: number;
}

/** libvips shrinks by boxes first from a factor of 4 on (`vips_resize`, gap 2): stay below. */
const factor = 3;

const shrunkByVips = async (source: Picture, inLight: boolean): Promise<Picture> => {
  const { widthPx, heightPx, pixels } = source;
  const size = { widthPx: widthPx / factor, heightPx: heightPx / factor };
  const raw = { width: widthPx, height: heightPx, channels: 4 as const };
  const opaque = sharp(pixels, { raw }).removeAlpha();
  const chain = inLight ? opaque.pipelineColourspace('scrgb') : opaque;
  const data = await chain
    .resize(size.widthPx, size.heightPx, {
      kernel: 'lanczos3',
      fastShrinkOnLoad: false,
      fit: 'fill',
    })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { ...size, pixels: data };
};

/** One output level by the definition: every source pixel in reach, times both kernels. */
const directLevel = (
  source: Picture,
  at: { readonly x: number; readonly y: number; readonly channel: number },
): number => {
  const [centreX, centreY] = [(at.x + 0.5) * factor, (at.y + 0.5) * factor];
  let [sum, total] = [0, 0];
  for (let y = Math.floor(centreY - 3 * factor); y <= centreY + 3 * factor; y += 1) {
    for (let x = Math.floor(centreX - 3 * factor); x <= centreX + 3 * factor; x += 1) {
      const weight =
        lanczos3((x + 0.5 - centreX) / factor) * lanczos3((y + 0.5 - centreY) / factor);
      sum +=
        weight * linearLight.decode(source.pixels[4 * (y * source.widthPx + x) + at.channel] ?? 0);
      total += weight;
    }
  }
  return linearLight.encode(Math.min(1, Math.max(0, sum / total)));
};

const largestDirectDifference = (source: Picture, reduced: Picture): number => {
  let largest = 0;
  for (let probe = 0; probe < 300; probe += 1) {
    const x = 12 + ((probe * 37) % (reduced.widthPx - 24));
    const y = 12 + ((probe * 53) % (reduced.heightPx - 24));
    const channel = probe % 3;
    const got = reduced.pixels[4 * (y * reduced.widthPx + x) + channel] ?? 0;
    largest = Math.max(largest, Math.abs(got - directLevel(source, { x, y, channel })));
  }
  return largest;
};

/** Checks the yardstick on a piece of a picture. */
export const checkReference = async (file: string): Promise<ReferenceCheck> => {
  const side = 900;
  const pixels = await sharp(file, { failOn: 'none' })
    .resize(side * 2, side * 2, { fit: 'cover' })
    .extract({ left: side / 2, top: side / 2, width: side, height: side })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  const source: Picture = { widthPx: side, heightPx: side, pixels };
  const whole: Rect = { x: 0, y: 0, width: side, height: side };
  const size = { widthPx: side / factor, heightPx: side / factor };
  const stored = reduceExactly(source, whole, size, asStored);
  const light = reduceExactly(source, whole, size, linearLight);
  return {
    vipsStoredDb: psnrDb(stored, await shrunkByVips(source, false)),
    vipsLinearDb: psnrDb(light, await shrunkByVips(source, true)),
    directLevels: largestDirectDifference(source, light),
  };
};
