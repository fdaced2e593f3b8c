import type { SourceRect } from '../../domain/picture.ts';
import type { Pixels } from './pictures.ts';

/*
 * The plainest possible Lanczos3 reduction in linear light, in floating point, written without any
 * of the program's own tables so that both cannot be wrong in the same way. Opaque pictures only.
 */

const linear = (level: number): number => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
};

const encoded = (light: number): number => {
  const value = Math.min(1, Math.max(0, light));
  return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055);
};

const kernel = (x: number): number => {
  if (x === 0) return 1;
  if (x <= -3 || x >= 3) return 0;
  const turn = Math.PI * x;
  return (3 * Math.sin(turn) * Math.sin(turn / 3)) / (turn * turn);
};

interface Tap {
  readonly sample: number;
  readonly weight: number;
}

/** What one output sample is made of: the kernel laid over samples `0..last`, ends repeated. */
const tapsFor = (output: number, scale: number, last: number): readonly Tap[] => {
  const width = Math.max(1, scale);
  const centre = (output + 0.5) * scale - 0.5;
  const taps: Tap[] = [];
  for (let i = Math.floor(centre - 3 * width); i <= Math.ceil(centre + 3 * width); i += 1) {
    taps.push({ sample: Math.min(last, Math.max(0, i)), weight: kernel((i - centre) / width) });
  }
  const total = taps.reduce((sum, { weight }) => sum + weight, 0);
  return taps.map(({ sample, weight }) => ({ sample, weight: weight / total }));
};

/** What a whole-pixel crop of `pixels` should look like at `outWidth` x `outHeight`. */
export const referenceResize = (
  pixels: Pixels,
  widthPx: number,
  rect: SourceRect,
  outWidth: number,
  outHeight: number,
): Pixels => {
  const result = new Uint8ClampedArray(outWidth * outHeight * 4).fill(255);
  const lightOf = Float64Array.from({ length: 256 }, (_, level) => linear(level));
  const light = new Float64Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) light[at] = lightOf[pixels[at]!]!;
  const across = new Float64Array(outWidth * rect.height * 4);
  for (let x = 0; x < outWidth; x += 1) {
    for (const { sample, weight } of tapsFor(x, rect.width / outWidth, rect.width - 1)) {
      for (let y = 0; y < rect.height; y += 1) {
        const from = 4 * ((rect.y + y) * widthPx + rect.x + sample);
        for (let channel = 0; channel < 3; channel += 1) {
          across[4 * (y * outWidth + x) + channel]! += weight * light[from + channel]!;
        }
      }
    }
  }
  for (let y = 0; y < outHeight; y += 1) {
    const sums = new Float64Array(outWidth * 4);
    for (const { sample, weight } of tapsFor(y, rect.height / outHeight, rect.height - 1)) {
      for (let at = 0; at < sums.length; at += 1) {
        sums[at]! += weight * across[4 * sample * outWidth + at]!;
      }
    }
    sums.forEach((sum, at) => {
      if (at % 4 !== 3) result[4 * y * outWidth + at] = encoded(sum);
    });
  }
  return result;
};
