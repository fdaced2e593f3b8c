import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boxOnStage,
  clampView,
  createCrop,
  fit,
  frameSize,
  pan,
  sliderToZoom,
  sourceToStage,
  stageToSource,
  toSourceRect,
  zoomAt,
  zoomTo,
  zoomToSlider,
} from './crop.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const crops = fc
  .tuple(
    fc.integer({ min: 1, max: 16_384 }),
    fc.integer({ min: 1, max: 16_384 }),
    fc.constantFrom(1, 3, 0.5, 16 / 9),
    fc.constantFrom(400, 1500),
  )
  .map(([widthPx, heightPx, aspect, targetPx]) =>
    createCrop({ widthPx, heightPx }, aspect, targetPx),
  );

/** Any view at all, far outside the picture included. */
const wildViews = fc.record({
  centerX: number(-40_000, 40_000),
  centerY: number(-40_000, 40_000),
  zoom: number(0.01, 500),
});

const pair = fc.tuple(crops, wildViews);
const steps = fc.array(
  fc.oneof(
    fc.record({ byX: number(-5000, 5000), byY: number(-5000, 5000) }),
    fc.record({ factor: number(0.1, 10), x: number(0, 1), y: number(0, 1) }),
  ),
  { maxLength: 12 },
);

describe('the frame', () => {
  test('starts as the largest one that fits, in the middle', () => {
    const crop = createCrop({ widthPx: 4032, heightPx: 3024 }, 1, 400);
    expect(toSourceRect(crop, fit(crop))).toEqual({ x: 504, y: 0, width: 3024, height: 3024 });
  });

  test('takes the shape of a banner', () => {
    const crop = createCrop({ widthPx: 3000, heightPx: 3000 }, 3, 1500);
    expect(toSourceRect(crop, fit(crop))).toEqual({ x: 0, y: 1000, width: 3000, height: 1000 });
  });

  test('lies inside the picture and keeps its shape, whatever is done to it', () => {
    fc.assert(
      fc.property(crops, wildViews, steps, (crop, start, moves) => {
        let view = clampView(crop, start);
        for (const move of moves) {
          view =
            'factor' in move
              ? zoomAt(crop, view, move.factor, {
                  x: move.x * crop.widthPx,
                  y: move.y * crop.heightPx,
                })
              : pan(crop, view, move.byX, move.byY);
          const rect = toSourceRect(crop, view);
          expect(rect.x).toBeGreaterThanOrEqual(0);
          expect(rect.y).toBeGreaterThanOrEqual(0);
          expect(rect.x + rect.width).toBeLessThanOrEqual(crop.widthPx);
          expect(rect.y + rect.height).toBeLessThanOrEqual(crop.heightPx);
          expect(rect.width / rect.height / crop.aspect).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  test('is never smaller than a quarter of the target, unless the picture is', () => {
    fc.assert(
      fc.property(pair, ([crop, view]) => {
        const least = Math.min(100, frameSize(crop, 1).width / 3);
        expect(toSourceRect(crop, view).width).toBeGreaterThanOrEqual(least - 1e-6);
      }),
    );
  });

  test('clamping twice changes nothing more', () => {
    fc.assert(
      fc.property(pair, ([crop, view]) => {
        const once = clampView(crop, view);
        const twice = clampView(crop, once);
        expect(twice.centerX).toBeCloseTo(once.centerX, 6);
        expect(twice.centerY).toBeCloseTo(once.centerY, 6);
        expect(twice.zoom).toBe(once.zoom);
      }),
    );
  });
});

describe('zooming', () => {
  const box = { x: 20, y: 10, width: 300, height: 300 };

  test('keeps the pointed source pixel under the pointer while no edge is in the way', () => {
    fc.assert(
      fc.property(number(-150, 150), number(-150, 150), number(1, 3), (dx, dy, factor) => {
        const crop = createCrop({ widthPx: 4000, heightPx: 3000 }, 1, 400);
        const view = { centerX: 2000, centerY: 1500, zoom: 2 };
        const pointer = { x: 170 + dx, y: 160 + dy };
        const before = stageToSource(sourceToStage(crop, view, box), pointer);
        const zoomed = zoomAt(crop, view, factor, before);
        const after = stageToSource(sourceToStage(crop, zoomed, box), pointer);
        expect(after.x).toBeCloseTo(before.x, 6);
        expect(after.y).toBeCloseTo(before.y, 6);
      }),
    );
  });

  test('in and back out again ends where it began', () => {
    const crop = createCrop({ widthPx: 4000, heightPx: 3000 }, 1, 400);
    const view = { centerX: 2000, centerY: 1500, zoom: 2 };
    const point = { x: 1800, y: 1400 };
    const back = zoomAt(crop, zoomAt(crop, view, 1.5, point), 1 / 1.5, point);
    expect(back.centerX).toBeCloseTo(2000, 6);
    expect(back.centerY).toBeCloseTo(1500, 6);
  });

  test('without a point holds the centre', () => {
    const crop = createCrop({ widthPx: 4000, heightPx: 3000 }, 1, 400);
    expect(zoomTo(crop, fit(crop), 4)).toEqual({ centerX: 2000, centerY: 1500, zoom: 4 });
  });

  test('the slider goes there and back, and its ends are the ends', () => {
    fc.assert(
      fc.property(crops, number(0, 1), (crop, place) => {
        expect(zoomToSlider(crop, sliderToZoom(crop, place))).toBeCloseTo(place, 6);
        expect(sliderToZoom(crop, 0)).toBe(1);
        expect(sliderToZoom(crop, 1)).toBeCloseTo(crop.maxZoom, 6);
      }),
    );
  });
});

describe('the stage', () => {
  test('its box has the shape of the frame and keeps the inset', () => {
    expect(boxOnStage({ width: 400, height: 260 }, 1, 12)).toEqual({
      x: 82,
      y: 12,
      width: 236,
      height: 236,
    });
    expect(boxOnStage({ width: 400, height: 260 }, 3, 20)).toEqual({
      x: 20,
      y: 70,
      width: 360,
      height: 120,
    });
  });

  test('a point goes to the source and back', () => {
    fc.assert(
      fc.property(pair, number(0, 500), number(0, 500), ([crop, wild], x, y) => {
        const matrix = sourceToStage(
          crop,
          clampView(crop, wild),
          boxOnStage({ width: 500, height: 300 }, crop.aspect, 8),
        );
        const source = stageToSource(matrix, { x, y });
        expect(matrix[0] * source.x + matrix[4]).toBeCloseTo(x, 3);
        expect(matrix[3] * source.y + matrix[5]).toBeCloseTo(y, 3);
      }),
    );
  });
});
