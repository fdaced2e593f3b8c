import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clampView,
  coverZoom,
  createCrop,
  fit,
  frameSize,
  sourceToStage,
  stageToSource,
  stepToSource,
  toSourceFrame,
  turnCrop,
  zoomTo,
} from './crop.ts';
import { flip, isUnturned, noTurn, straighten, turnQuarter, type Turn } from './turn.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const turns: fc.Arbitrary<Turn> = fc
  .record({
    quarters: fc.constantFrom<Turn['quarters']>(0, 1, 2, 3),
    deg: number(-45, 45),
    flipX: fc.boolean(),
    flipY: fc.boolean(),
  })
  .map(({ deg, ...rest }) => straighten({ ...rest, straightenDeg: 0 }, deg));

const crops = fc
  .tuple(
    fc.integer({ min: 20, max: 16_384 }),
    fc.integer({ min: 20, max: 16_384 }),
    fc.constantFrom(1, 3),
    turns,
  )
  .map(([widthPx, heightPx, aspect, turn]) =>
    turnCrop(createCrop({ widthPx, heightPx }, aspect, 400), turn),
  );

const wildViews = fc.record({
  centerX: number(-20_000, 20_000),
  centerY: number(-20_000, 20_000),
  zoom: number(0.01, 200),
});

const boxFor = (aspect: number) => ({ x: 12, y: 20, width: 300, height: 300 / aspect });

const cornersOf = (box: ReturnType<typeof boxFor>) => [
  { x: box.x, y: box.y },
  { x: box.x + box.width, y: box.y },
  { x: box.x + box.width, y: box.y + box.height },
  { x: box.x, y: box.y + box.height },
];

describe('a turned picture', () => {
  test('never leaves a corner of the frame empty', () => {
    fc.assert(
      fc.property(crops, wildViews, (crop, wild) => {
        const matrix = sourceToStage(crop, clampView(crop, wild), boxFor(crop.aspect));
        for (const corner of cornersOf(boxFor(crop.aspect))) {
          const { x, y } = stageToSource(matrix, corner);
          const hair = 1e-6 * Math.max(crop.widthPx, crop.heightPx);
          expect(x).toBeGreaterThanOrEqual(-hair);
          expect(y).toBeGreaterThanOrEqual(-hair);
          expect(x).toBeLessThanOrEqual(crop.widthPx + hair);
          expect(y).toBeLessThanOrEqual(crop.heightPx + hair);
        }
      }),
    );
  });

  test('needs no closer zoom when straight, and √2 at 45° for a square on a square', () => {
    const square = createCrop({ widthPx: 2000, heightPx: 2000 }, 1, 400);
    expect(coverZoom(square)).toBe(1);
    expect(coverZoom(turnCrop(square, turnQuarter(noTurn, 1)))).toBe(1);
    const slanted = turnCrop(square, straighten(noTurn, 45));
    expect(coverZoom(slanted)).toBeCloseTo(Math.SQRT2, 9);
    expect(fit(slanted).zoom).toBeCloseTo(Math.SQRT2, 9);
    expect(zoomTo(slanted, fit(slanted), 1).zoom).toBeCloseTo(Math.SQRT2, 9);
  });

  test('takes the largest banner that its new way round allows', () => {
    const tall = createCrop({ widthPx: 900, heightPx: 3000 }, 3, 1500);
    expect(frameSize(tall, 1).width).toBe(900);
    expect(frameSize(turnCrop(tall, turnQuarter(noTurn, 1)), 1).width).toBe(2700);
  });

  test('is told in source pixels, with its angle and flips', () => {
    const crop = createCrop({ widthPx: 3000, heightPx: 2000 }, 1, 400);
    const turned = turnCrop(crop, flip(turnQuarter(noTurn, 1), 'x'));
    expect(toSourceFrame(turned, fit(turned))).toEqual({
      centerX: 1500,
      centerY: 1000,
      width: 2000,
      height: 2000,
      angleDeg: 270,
      flipX: true,
      flipY: false,
    });
  });
});

describe('turning', () => {
  const view = { centerX: 1500, centerY: 1000, zoom: 2 };
  const box = boxFor(1);
  const place = (turn: Turn, x: number, y: number) => {
    const crop = turnCrop(createCrop({ widthPx: 3000, heightPx: 2000 }, 1, 400), turn);
    const [a, b, c, d, e, f] = sourceToStage(crop, view, box);
    return { x: a * x + c * y + e, y: b * x + d * y + f };
  };

  test('clockwise brings the top to the right', () => {
    const top = place(turnQuarter(noTurn, 1), 1500, 500);
    expect(top.x).toBeCloseTo(box.x + box.width, 6);
    expect(top.y).toBeCloseTo(box.y + box.height / 2, 6);
  });

  test('a flip mirrors what is seen, however the picture lies', () => {
    fc.assert(
      fc.property(turns, number(0, 3000), number(0, 2000), (turn, x, y) => {
        const before = place(turn, x, y);
        const across = place(flip(turn, 'x'), x, y);
        const down = place(flip(turn, 'y'), x, y);
        expect(across.x).toBeCloseTo(2 * (box.x + box.width / 2) - before.x, 5);
        expect(across.y).toBeCloseTo(before.y, 5);
        expect(down.x).toBeCloseTo(before.x, 5);
        expect(down.y).toBeCloseTo(2 * (box.y + box.height / 2) - before.y, 5);
      }),
    );
  });

  test('four quarters, or the same flip twice, are nothing', () => {
    const round = [1, 1, 1, 1].reduce((turn) => turnQuarter(turn, 1), noTurn);
    expect(isUnturned(round)).toBe(true);
    expect(turnQuarter(noTurn, -1).quarters).toBe(3);
    expect(flip(flip(noTurn, 'y'), 'y')).toEqual(noTurn);
  });

  test('straightening ends at 45° either way and keeps two decimals', () => {
    expect(straighten(noTurn, 60).straightenDeg).toBe(45);
    expect(straighten(noTurn, -1.23456).straightenDeg).toBe(-1.23);
    expect(Object.is(flip(noTurn, 'x').straightenDeg, 0)).toBe(true);
  });

  test('a step over the stage is the same step seen, whatever lies beneath', () => {
    fc.assert(
      fc.property(turns, number(-0.2, 0.2), number(-0.2, 0.2), (turn, byX, byY) => {
        const crop = turnCrop(createCrop({ widthPx: 3000, heightPx: 2000 }, 1, 400), turn);
        const step = stepToSource(crop, view, byX, byY);
        const from = place(turn, 1500, 1000);
        const to = place(turn, 1500 + step.x, 1000 + step.y);
        expect(to.x - from.x).toBeCloseTo(byX * box.width, 5);
        expect(to.y - from.y).toBeCloseTo(byY * box.height, 5);
      }),
    );
  });
});
