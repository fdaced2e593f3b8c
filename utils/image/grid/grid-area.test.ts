import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planResample } from '../resample/plan.ts';
import { covers, type GridArea, gridBytes } from './box-grid.ts';
import { areasToKeep, areaToKeep, maxGridBytes } from './grid-area.ts';

const asGrid = (area: GridArea) => ({ area, sums: new Int32Array() });

const frames = fc
  .record({
    widthPx: fc.integer({ min: 1500, max: 9000 }),
    heightPx: fc.integer({ min: 1500, max: 9000 }),
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
    right: fc.double({ min: 0, max: 1, noNaN: true }),
    down: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ widthPx, heightPx, share, right, down }) => {
    const edge = share * Math.min(widthPx, heightPx);
    const [x, y] = [right * (widthPx - edge), down * (heightPx - edge)];
    const source = { widthPx, heightPx };
    const rect = { x, y, width: edge, height: edge };
    return { source, plan: planResample(rect, source, { widthPx: 400, heightPx: 400 }) };
  });

const bytesOf = ({ columns, rows }: GridArea): number => gridBytes(columns, rows);

test('what is kept covers the frame, lies in the picture in whole boxes and within bounds', () => {
  fc.assert(
    fc.property(frames, fc.integer({ min: 1_000_000, max: 80_000_000 }), (frame, maxBytes) => {
      const { plan, source } = frame;
      const area = areaToKeep(plan, source, maxBytes);
      if (area === null) return bytesOf(plan) > maxBytes;
      expect(covers(asGrid(area), plan)).toBe(true);
      expect(bytesOf(area)).toBeLessThanOrEqual(maxBytes);
      expect(area.left + area.width).toBeLessThanOrEqual(source.widthPx);
      expect(area.top + area.height).toBeLessThanOrEqual(source.heightPx);
      expect([area.left % area.boxWidth, area.top % area.boxHeight]).toEqual([0, 0]);
      expect(area.columns).toBe(Math.ceil(area.width / area.boxWidth));
      expect(area.rows).toBe(Math.ceil(area.height / area.boxHeight));
      return true;
    }),
  );
});

test('the frame’s own boxes come first, then those of the sizes beside it, all within bounds', () => {
  fc.assert(
    fc.property(frames, ({ plan, source }) => {
      const areas = areasToKeep(plan, source);
      const bytes = areas.reduce((sum, area) => sum + bytesOf(area), 0);
      expect(bytes).toBeLessThanOrEqual(maxGridBytes);
      const sizes = areas.map(({ boxWidth }) => boxWidth);
      expect(new Set(sizes).size).toBe(sizes.length);
      expect(sizes.every((boxPx) => Math.abs(boxPx - plan.boxWidth) <= 1)).toBe(true);
      expect(bytesOf(plan) > maxGridBytes || sizes[0] === plan.boxWidth).toBe(true);
    }),
  );
});

test.each([
  [6048, [4, 3]],
  [5000, [3, 4]],
  [3000, [2]],
])('of 48 megapixels, framed %d wide, boxes of %j are kept', (edge, boxes) => {
  const source = { widthPx: 8064, heightPx: 6048 };
  const rect = { x: 1000, y: 0, width: edge, height: edge };
  const plan = planResample(rect, source, { widthPx: 400, heightPx: 400 });
  const areas = areasToKeep(plan, source);
  expect(areas.map(({ boxWidth }) => boxWidth)).toEqual(boxes);
  const whole = areas.filter(({ width, height }) => width === 8064 && height === 6048);
  expect(whole).toHaveLength(edge > 4200 ? 2 : 0);
});
