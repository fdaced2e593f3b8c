import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceFrame } from '../../domain/picture.ts';
import { paintPixels, photoPixels, psnr } from '../testing/pictures.ts';
import { referenceTurned, turnedFrom } from '../testing/turned.ts';

const frame = (part: Partial<SourceFrame>): SourceFrame => ({
  centerX: 150,
  centerY: 120,
  width: 120,
  height: 120,
  angleDeg: 0,
  flipX: false,
  flipY: false,
  ...part,
});

describe('matches a plain floating-point kernel', () => {
  const source = { widthPx: 300, heightPx: 240 };
  const photo = photoPixels(300, 240);

  test.each([
    [frame({ angleDeg: 7.3 }), 40],
    [frame({ angleDeg: -31, flipX: true }), 32],
    [frame({ angleDeg: 45, width: 150, height: 150, flipY: true }), 24],
    [frame({ angleDeg: 98, width: 160, height: 160 }), 60],
    [frame({ angleDeg: 12, width: 150, height: 150 }), 12],
  ])('%j to %d px', (turned, edge) => {
    const out = { widthPx: edge, heightPx: edge };
    const result = turnedFrom(photo, source, turned, out);
    expect(psnr(result, referenceTurned(photo, source, turned, out))).toBeGreaterThan(45);
  });
});

test('the picture turns clockwise, after its flips', () => {
  // Red to the left, blue to the right, over the whole picture.
  const source = { widthPx: 200, heightPx: 200 };
  const pixels = paintPixels(200, 200, (x) => (x < 100 ? [255, 0, 0] : [0, 0, 255]));
  const out = { widthPx: 21, heightPx: 21 };
  const middle = frame({ centerX: 100, centerY: 100, width: 100, height: 100 });
  const top = (part: Partial<SourceFrame>): readonly number[] => {
    const result = turnedFrom(pixels, source, { ...middle, ...part }, out);
    return [...result.subarray(4 * 31, 4 * 31 + 3)];
  };
  expect(top({ angleDeg: 89 })).toEqual([255, 0, 0]);
  expect(top({ angleDeg: -89 })).toEqual([0, 0, 255]);
  expect(top({ angleDeg: 89, flipX: true })).toEqual([0, 0, 255]);
  expect(top({ angleDeg: 89, flipY: true })).toEqual([255, 0, 0]);
});

/** Any frame whose corners stay inside a picture of 90 x 70. */
const inside = fc
  .record({
    angleDeg: fc.double({ min: -400, max: 400, noNaN: true }),
    share: fc.double({ min: 0.05, max: 1, noNaN: true }),
    right: fc.double({ min: 0, max: 1, noNaN: true }),
    down: fc.double({ min: 0, max: 1, noNaN: true }),
    flipX: fc.boolean(),
    flipY: fc.boolean(),
  })
  .map(({ angleDeg, share, right, down, flipX, flipY }): SourceFrame => {
    const rad = (angleDeg * Math.PI) / 180;
    const [cos, sin] = [Math.abs(Math.cos(rad)), Math.abs(Math.sin(rad))];
    const [spanX, spanY] = [cos + (sin * 9) / 13, sin + (cos * 9) / 13];
    const width = share * Math.min(90 / spanX, 70 / spanY);
    const [halfX, halfY] = [(width * spanX) / 2, (width * spanY) / 2];
    const centerX = halfX + right * (90 - 2 * halfX);
    const centerY = halfY + down * (70 - 2 * halfY);
    return { centerX, centerY, width, height: (width * 9) / 13, angleDeg, flipX, flipY };
  });

test('one colour stays that colour to the corners, at any angle', () => {
  const source = { widthPx: 90, heightPx: 70 };
  const pixels = paintPixels(90, 70, () => [17, 200, 99]);
  fc.assert(
    fc.property(inside, fc.boolean(), (turned, hasAlpha) => {
      const result = turnedFrom(pixels, source, turned, { widthPx: 13, heightPx: 9 }, hasAlpha);
      expect(result).toHaveLength(13 * 9 * 4);
      for (let at = 0; at < result.length; at += 4) {
        expect([...result.subarray(at, at + 4)]).toEqual([17, 200, 99, 255]);
      }
    }),
    { numRuns: 300 },
  );
});

test('no foreign colour at see-through edges, nor where the picture ends, at any angle', () => {
  const source = { widthPx: 90, heightPx: 70 };
  const pixels = paintPixels(90, 70, (x) => (x < 44 ? [250, 240, 10, 255] : [0, 0, 0, 0]));
  const anywhere = fc.tuple(inside, fc.double({ min: -40, max: 40, noNaN: true }));
  fc.assert(
    fc.property(anywhere, ([turned, aside]) => {
      const moved = { ...turned, centerX: turned.centerX + aside };
      const result = turnedFrom(pixels, source, moved, { widthPx: 13, heightPx: 9 }, true);
      for (let at = 0; at < result.length; at += 4) {
        if ((result[at + 3] ?? 0) < 3) continue;
        expect(result[at]).toBeGreaterThan(246);
        expect(result[at + 2]).toBeLessThan(14);
      }
    }),
    { numRuns: 300 },
  );
});

test('a frame beside the picture is clear', () => {
  const source = { widthPx: 90, heightPx: 70 };
  const beside = frame({ centerX: 500, centerY: 500, width: 30, height: 30, angleDeg: 20 });
  const result = turnedFrom(photoPixels(90, 70), source, beside, { widthPx: 8, heightPx: 8 });
  expect(new Set(result)).toEqual(new Set([0]));
});
