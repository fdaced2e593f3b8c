import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clampRect } from './crop-rect.ts';

const side = fc.double({ min: -5000, max: 5000, noNaN: true });
const edge = fc.integer({ min: 1, max: 4000 });

test('any rectangle ends up inside, at least one pixel a side', () => {
  fc.assert(
    fc.property(side, side, side, side, edge, edge, (x, y, width, height, widthPx, heightPx) => {
      const rect = clampRect({ x, y, width, height }, { widthPx, heightPx });
      expect(rect.x).toBeGreaterThanOrEqual(0);
      expect(rect.y).toBeGreaterThanOrEqual(0);
      expect(rect.width).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(rect.height).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(rect.x + rect.width).toBeLessThanOrEqual(widthPx + 1e-9);
      expect(rect.y + rect.height).toBeLessThanOrEqual(heightPx + 1e-9);
    }),
  );
});

test('a rectangle that fits is left alone', () => {
  const rect = { x: 1.5, y: 2.25, width: 10.5, height: 3 };
  expect(clampRect(rect, { widthPx: 12, heightPx: 6 })).toEqual(rect);
});
