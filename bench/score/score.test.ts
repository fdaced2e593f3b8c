import { expect, test } from 'vitest';
import { type Picture, psnrDb, sameDb } from './psnr.ts';
import { ssim } from './ssim.ts';

const picture = (level: (index: number) => number, alpha = 255): Picture => ({
  widthPx: 32,
  heightPx: 32,
  pixels: Uint8Array.from({ length: 32 * 32 * 4 }, (_, at) =>
    at % 4 === 3 ? alpha : level(Math.floor(at / 4)),
  ),
});

const textured = (index: number): number => (index * 7919) % 251;

test('equal pictures are fully alike', () => {
  expect(psnrDb(picture(textured), picture(textured))).toBe(sameDb);
  expect(ssim(picture(textured), picture(textured))).toBeCloseTo(1, 12);
});

test('a difference of ten levels everywhere is 28.13 dB', () => {
  expect(
    psnrDb(
      picture(() => 100),
      picture(() => 110),
    ),
  ).toBeCloseTo(28.13, 2);
});

test('flat pictures of other brightness differ by the brightness term only', () => {
  const [a, b, c] = [100, 150, (0.01 * 255) ** 2];
  const expected = (2 * a * b + c) / (a * a + b * b + c);
  expect(
    ssim(
      picture(() => a),
      picture(() => b),
    ),
  ).toBeCloseTo(expected, 9);
});

test('colours that cannot be seen do not count', () => {
  expect(
    psnrDb(
      picture(() => 0, 0),
      picture(() => 255, 0),
    ),
  ).toBe(sameDb);
});

test('pictures of other sizes are refused', () => {
  expect(() => psnrDb(picture(textured), { ...picture(textured), widthPx: 31 })).toThrow('Sizes');
});
