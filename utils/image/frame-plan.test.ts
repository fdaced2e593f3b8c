import { expect, test } from 'vitest';
import { frameOfRect, planFrame } from './frame-plan.ts';
import { orientPixels } from './resample/orient.ts';
import { paintPixels } from './testing/pictures.ts';

const source = { widthPx: 400, heightPx: 300 };
const frame = frameOfRect({ x: 40, y: 30, width: 120, height: 60 });

test('a plain rectangle lies straight, as it is', () => {
  expect(planFrame(frame, source)).toEqual({
    kind: 'straight',
    rect: { x: 40, y: 30, width: 120, height: 60 },
    orientation: { flipX: false, flipY: false, quarters: 0 },
  });
});

test.each([
  [90, 1],
  [-90, 3],
  [180, 2],
  [450, 1],
  [-360, 0],
])('%d degrees are whole quarters', (angleDeg, quarters) => {
  const plan = planFrame({ ...frame, angleDeg, flipX: true }, source);
  const rect =
    quarters % 2 === 0
      ? { x: 40, y: 30, width: 120, height: 60 }
      : { x: 70, y: 0, width: 60, height: 120 };
  expect(plan).toEqual({
    kind: 'straight',
    rect,
    orientation: { flipX: true, flipY: false, quarters },
  });
});

test('any other angle, and a frame that reaches out, is drawn at its angle', () => {
  expect(planFrame({ ...frame, angleDeg: 0.01 }, source).kind).toBe('turned');
  expect(planFrame({ ...frame, centerX: 20 }, source).kind).toBe('turned');
});

test.each([
  [{ flipX: false, flipY: false, quarters: 1 }, 'daebfc'],
  [{ flipX: false, flipY: false, quarters: 2 }, 'fedcba'],
  [{ flipX: false, flipY: false, quarters: 3 }, 'cfbead'],
  [{ flipX: true, flipY: false, quarters: 0 }, 'cbafed'],
  [{ flipX: false, flipY: true, quarters: 0 }, 'defabc'],
  [{ flipX: true, flipY: false, quarters: 1 }, 'fcebda'],
])('pixels are only moved: %j', (orientation, expected) => {
  const text = 'abcdef';
  const pixels = paintPixels(3, 2, (x, y) => [text.charCodeAt(3 * y + x), 1, 2, 3]);
  const result = orientPixels(pixels, 3, orientation);
  const seen = [...result].filter((_, at) => at % 4 === 0);
  expect(String.fromCharCode(...seen)).toBe(expected);
});
