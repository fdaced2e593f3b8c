import { expect, test } from 'vitest';
import { createRandom } from '../pictures/random.ts';
import type { Picture } from '../score/psnr.ts';
import { lanczos3, linearLight, reduceExactly } from './lanczos.ts';

const random = createRandom(5);
const source: Picture = {
  widthPx: 60,
  heightPx: 48,
  pixels: Uint8Array.from({ length: 60 * 48 * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : random() * 255,
  ),
};
const whole = { x: 0, y: 0, width: 60, height: 48 };

/** The two-dimensional sum of every source pixel in reach of an output pixel. */
const direct = (x: number, y: number): number => {
  let [sum, total] = [0, 0];
  for (let sy = 0; sy < 48; sy += 1) {
    for (let sx = 0; sx < 60; sx += 1) {
      const weight = lanczos3((sx + 0.5) / 4 - (x + 0.5)) * lanczos3((sy + 0.5) / 4 - (y + 0.5));
      sum += weight * linearLight.decode(source.pixels[4 * (sy * 60 + sx)] ?? 0);
      total += weight;
    }
  }
  return linearLight.encode(Math.min(1, Math.max(0, sum / total)));
};

test('away from the edges it is the sum written out', () => {
  const reduced = reduceExactly(source, whole, { widthPx: 15, heightPx: 12 }, linearLight);
  for (let y = 3; y < 9; y += 1) {
    for (let x = 3; x < 12; x += 1) {
      expect(Math.abs((reduced.pixels[4 * (y * 15 + x)] ?? 0) - direct(x, y))).toBeLessThan(0.51);
    }
  }
});

test('a one-pixel checker keeps its light', () => {
  const checker: Picture = {
    ...source,
    pixels: source.pixels.map((_, at) => {
      const index = Math.floor(at / 4);
      return at % 4 === 3 || (index + Math.floor(index / 60)) % 2 === 0 ? 255 : 0;
    }),
  };
  const { pixels } = reduceExactly(checker, whole, { widthPx: 15, heightPx: 12 }, linearLight);
  expect(pixels[4 * (6 * 15 + 7)]).toBe(188);
});
