import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avatarLimits } from './limits.ts';
import {
  exactSizes,
  largerSizes,
  nextSize,
  type PictureSize,
  type TriedSize,
} from './larger-sizes.ts';

const square = (edge: number) => ({ width: edge, height: edge });
const widths = (sizes: readonly PictureSize[]) => sizes.map(({ widthPx }) => widthPx);

describe('the sizes a frame can fill', () => {
  test.each([
    ['no more than X shows', 400, []],
    ['a fraction more', 400.6, []],
    ['rounding dust below a whole pixel', 899.999, [900, 800, 600]],
    ['its own pixels first', 1230, [1230, 1000, 800, 600]],
    ['up to the ceiling', 6048, [2048, 1800, 1600, 1400, 1200, 1000, 800, 600]],
  ])('%s', (_name, edge, expected) => {
    expect(widths(largerSizes('avatar', square(edge)))).toEqual(expected);
  });

  test('banners keep their shape in whole pixels', () => {
    expect(largerSizes('banner', { width: 2000, height: 2000 / 3 })[0]).toEqual({
      widthPx: 1998,
      heightPx: 666,
    });
    expect(widths(largerSizes('banner', { width: 9000, height: 3000 }))).toEqual([
      3000, 2700, 2400, 2100, 1800,
    ]);
    expect(largerSizes('banner', { width: 1500, height: 500 })).toEqual([]);
  });

  test('never enlarge, never fall to what X shows, come largest first', () => {
    const side = fc.double({ min: 1, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('avatar', 'banner'), side, (kind, width) => {
        const exact = exactSizes[kind];
        const height = (width * exact.heightPx) / exact.widthPx;
        const sizes = largerSizes(kind, { width, height });
        for (const { widthPx, heightPx } of sizes) {
          expect(Number.isInteger(widthPx) && Number.isInteger(heightPx)).toBe(true);
          expect(widthPx * exact.heightPx).toBe(heightPx * exact.widthPx);
          expect(widthPx).toBeLessThanOrEqual(width + 0.1);
          expect(widthPx).toBeGreaterThan(exact.widthPx);
        }
        expect(widths(sizes)).toEqual(widths(sizes).toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('finding the largest that fits', () => {
  const sizes = largerSizes('avatar', square(6048));
  const maxBytes = avatarLimits.maxUploadBytes;

  /** Tries until there is nothing left to try. */
  const search = (bytesAt: (widthPx: number) => number) => {
    const tries: TriedSize[] = [];
    for (let size = nextSize(sizes, tries, maxBytes); size; size = nextSize(sizes, tries, maxBytes))
      tries.push({ size, bytes: bytesAt(size.widthPx) });
    const fits = tries.filter(({ bytes }) => bytes <= maxBytes);
    return { widthPx: Math.max(0, ...fits.map(({ size }) => size.widthPx)), tries: tries.length };
  };

  test.each([
    ['a photo', [119, 206, 311, 432, 565, 707, 859, 1055], 1400],
    ['a photo full of leaves', [189, 305, 437, 577, 729, 886, 1056, 1272], 1200],
    ['pieces of photos', [113, 195, 297, 419, 565, 730, 910, 1148], 1400],
  ])('%s, by its measured sizes in kB', (_name, kilobytes, expected) => {
    const rising = widths(sizes).toSorted((a, b) => a - b);
    const found = search((widthPx) => 1000 * (kilobytes[rising.indexOf(widthPx)] ?? 0));
    expect(found.widthPx).toBe(expected);
    expect(found.tries).toBeLessThanOrEqual(2);
  });

  test('drawn art reaches the ceiling; noise fits nowhere', () => {
    expect(search((widthPx) => 20 * widthPx)).toMatchObject({ widthPx: 2048 });
    expect(search((widthPx) => 4 * widthPx ** 2)).toMatchObject({ widthPx: 0 });
  });

  test('ends after few tries, whatever the bytes do, and near the best that grows as photos do', () => {
    const power = fc.double({ min: 1.5, max: 2, noNaN: true });
    const at1000 = fc.integer({ min: 100_000, max: 2_000_000 });
    fc.assert(
      fc.property(power, at1000, (grows, bytes) => {
        const bytesAt = (widthPx: number) => bytes * (widthPx / 1000) ** grows;
        const found = search(bytesAt);
        expect(found.tries).toBeLessThanOrEqual(5);
        const best = widths(sizes).find((widthPx) => bytesAt(widthPx) <= maxBytes) ?? 0;
        // At most one step short: a climb that is unlikely to succeed is not tried.
        const rank = (widthPx: number) => [...widths(sizes), 0].indexOf(widthPx);
        expect(rank(found.widthPx) - rank(best)).toBeLessThanOrEqual(1);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3_000_000 })), (list) => {
        let at = 0;
        expect(search(() => list[(at += 1)] ?? 1).tries).toBeLessThanOrEqual(sizes.length);
      }),
    );
  });

  test('nothing to try where nothing larger can be filled', () => {
    expect(nextSize([], [], maxBytes)).toBeNull();
  });
});
