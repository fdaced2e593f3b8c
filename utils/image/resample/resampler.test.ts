import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceRect } from '../../domain/picture.ts';
import { logoPixels, paintPixels, photoPixels, type Pixels, psnr } from '../testing/pictures.ts';
import { referenceResize } from '../testing/reference.ts';
import { pixelsOfAlpha, pixelsOfOpaque } from './pixels-of-light.ts';
import { bandOf } from './band.ts';
import { planResample, type ResamplePlan } from './plan.ts';
import { createResampler } from './resampler.ts';

const whole = (widthPx: number, heightPx: number): SourceRect => ({
  x: 0,
  y: 0,
  width: widthPx,
  height: heightPx,
});

/** Resamples as the worker does, in strips of `stripRows`. */
const resample = (
  pixels: Pixels,
  widthPx: number,
  rect: SourceRect,
  [outWidth, outHeight]: readonly [number, number],
  hasAlpha = false,
  stripRows = 37,
): Pixels => {
  const source = { widthPx, heightPx: pixels.length / 4 / widthPx };
  const plan = planResample(rect, source, { widthPx: outWidth, heightPx: outHeight });
  const resampler = createResampler(plan, hasAlpha);
  for (let row = 0; row < plan.height; row += stripRows) {
    const rows = Math.min(stripRows, plan.height - row);
    const strip = new Uint8ClampedArray(rows * plan.width * 4);
    for (let y = 0; y < rows; y += 1) {
      const from = 4 * ((plan.top + row + y) * widthPx + plan.left);
      strip.set(pixels.subarray(from, from + 4 * plan.width), y * plan.width * 4);
    }
    resampler.pushRows(strip, rows);
  }
  return hasAlpha ? pixelsOfAlpha(resampler.light) : pixelsOfOpaque(resampler.light, false);
};

const rectIn = fc
  .record({
    x: fc.double({ min: 0, max: 0.9, noNaN: true }),
    y: fc.double({ min: 0, max: 0.9, noNaN: true }),
    width: fc.double({ min: 0.02, max: 1, noNaN: true }),
    height: fc.double({ min: 0.02, max: 1, noNaN: true }),
  })
  .map(({ x, y, width, height }) => ({
    x: 90 * x,
    y: 70 * y,
    width: Math.max(1, (90 - 90 * x) * width),
    height: Math.max(1, (70 - 70 * y) * height),
  }));

test('one colour stays that colour for any frame, with and without alpha', () => {
  fc.assert(
    fc.property(rectIn, fc.boolean(), fc.nat({ max: 255 }), (rect, hasAlpha, level) => {
      const pixels = paintPixels(90, 70, () => [level, 255 - level, 77]);
      const result = resample(pixels, 90, rect, [13, 9], hasAlpha);
      for (let at = 0; at < result.length; at += 4) {
        expect([...result.subarray(at, at + 4)]).toEqual([level, 255 - level, 77, 255]);
      }
    }),
    { numRuns: 150 },
  );
});

test('matches a plain floating-point Lanczos on photo-like pictures', () => {
  const photo = photoPixels(640, 500);
  const frames: readonly (readonly [SourceRect, readonly [number, number]])[] = [
    [whole(640, 500), [128, 100]],
    [{ x: 33, y: 21, width: 300, height: 300 }, [120, 120]],
    [{ x: 100, y: 200, width: 50, height: 50 }, [80, 80]],
  ];
  for (const [rect, size] of frames) {
    const reference = referenceResize(photo, 640, rect, ...size);
    expect(psnr(resample(photo, 640, rect, size), reference)).toBeGreaterThan(55);
  }
});

test('boxes first, then Lanczos: still above 55 dB at large reductions', () => {
  const photo = photoPixels(600, 600);
  for (const edge of [48, 37, 20]) {
    const reference = referenceResize(photo, 600, whole(600, 600), edge, edge);
    const result = resample(photo, 600, whole(600, 600), [edge, edge]);
    expect(psnr(result, reference)).toBeGreaterThan(55);
  }
});

test('a 1-px checker becomes the grey of half the light', () => {
  const checker = paintPixels(400, 400, (x, y) =>
    (x + y) % 2 === 0 ? [0, 0, 0] : [255, 255, 255],
  );
  const result = resample(checker, 400, whole(400, 400), [50, 50]);
  const inner = [...result].filter((_, at) => {
    const [x, y] = [(at >> 2) % 50, Math.floor((at >> 2) / 50)];
    return at % 4 !== 3 && Math.min(x, y) > 3 && Math.max(x, y) < 46;
  });
  // Half of full light is 188 in sRGB; averaging the numbers instead would give 128.
  expect(new Set(inner)).toEqual(new Set([188]));
});

test('the colour hidden under full transparency never shows at an edge', () => {
  const pixels = paintPixels(300, 300, (x) => (x < 151 ? [250, 240, 10, 255] : [0, 0, 0, 0]));
  const result = resample(pixels, 300, whole(300, 300), [41, 41], true);
  for (let at = 0; at < result.length; at += 4) {
    if ((result[at + 3] ?? 0) < 3) continue;
    expect(result[at]).toBeGreaterThan(246);
    expect(result[at + 2]).toBeLessThan(14);
  }
});

test('a logo keeps clear and solid areas exact', () => {
  const result = resample(logoPixels(600), 600, whole(600, 600), [100, 100], true);
  expect([...result.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  const centre = 4 * (50 * 100 + 50);
  expect([...result.subarray(centre, centre + 4)]).toEqual([255, 255, 255, 255]);
});

test.each([
  [333, 257, 20, true],
  [333, 257, 20, false],
  [320, 241, 40, false],
  [320, 320, 20, false],
  [90, 70, 40, false],
])('how rows of %dx%d are handed over makes no difference', (width, height, edge, hasAlpha) => {
  const photo = photoPixels(width, height);
  const size = [edge, edge] as const;
  const one = resample(photo, width, whole(width, height), size, hasAlpha, 1);
  for (const rows of [2, 37, height]) {
    expect(resample(photo, width, whole(width, height), size, hasAlpha, rows)).toEqual(one);
  }
});

const inside = (x: number, y: number): boolean => x >= 20 && x < 60 && y >= 10 && y < 50;

test('pixels outside the frame have no say', () => {
  const pixels = paintPixels(80, 60, (x, y) => (inside(x, y) ? [40, 90, 160] : [255, 0, 0]));
  const result = resample(pixels, 80, { x: 20, y: 10, width: 40, height: 40 }, [16, 16]);
  expect([...result].filter((_, at) => at % 4 === 0).every((level) => level === 40)).toBe(true);
});

test('a band gives the very values that the whole plan gives for its rows', () => {
  const [width, height] = [330, 410];
  const photo = photoPixels(width, height);
  const source = { widthPx: width, heightPx: height };
  fc.assert(
    fc.property(rectIn, fc.integer({ min: 2, max: 60 }), fc.nat(), (part, rows, cut) => {
      const rect = { ...part, x: 3 * part.x, y: 5 * part.y };
      const plan = planResample(rect, source, { widthPx: 9, heightPx: rows });
      const light = (band: ResamplePlan): Float64Array => {
        const resampler = createResampler(band, false);
        const strip = new Uint8ClampedArray(band.height * band.width * 4);
        for (let y = 0; y < band.height; y += 1) {
          const from = 4 * ((band.top + y) * width + band.left);
          strip.set(photo.subarray(from, from + 4 * band.width), y * band.width * 4);
        }
        resampler.pushRows(strip, band.height);
        return resampler.light;
      };
      const middle = 1 + (cut % (rows - 1));
      const [above, below] = [bandOf(plan, 0, middle), bandOf(plan, middle, rows)];
      expect([...light(above), ...light(below)]).toEqual([...light(plan)]);
    }),
    { numRuns: 60 },
  );
});
