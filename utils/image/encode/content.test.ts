import { expect, test } from 'vitest';
import { logoPixels, paintPixels, photoPixels, type Pixels } from '../testing/pictures.ts';
import { describeContent } from './content.ts';
import { isFlat } from './encode-picture.ts';

const onWhite = (pixels: Pixels): Pixels =>
  pixels.map((_, at) => {
    if (at % 4 === 3) return 255;
    const cover = (pixels[at - (at % 4) + 3] ?? 0) / 255;
    return (pixels[at] ?? 0) * cover + 255 * (1 - cover);
  });

const grey = (pixels: Pixels): Pixels =>
  pixels.map((level, at) => (at % 4 === 3 ? level : (pixels[at - (at % 4)] ?? 0)));

test('alpha is found wherever it is', () => {
  const pixels = paintPixels(20, 20, () => [1, 2, 3]);
  expect(describeContent(pixels, 20).hasAlpha).toBe(false);
  pixels[4 * 399 + 3] = 254;
  expect(describeContent(pixels, 20).hasAlpha).toBe(true);
});

test('a photo, in colour and in grey, is not flat art', () => {
  const photo = photoPixels(200, 200);
  expect(isFlat(describeContent(photo, 200))).toBe(false);
  expect(isFlat(describeContent(grey(photo), 200))).toBe(false);
});

test('a logo and a plain colour are flat art', () => {
  expect(isFlat(describeContent(onWhite(logoPixels(200)), 200))).toBe(true);
  expect(
    isFlat(
      describeContent(
        paintPixels(50, 50, () => [9, 9, 9]),
        50,
      ),
    ),
  ).toBe(true);
});

test('counts colours, repeats and the bytes that differences need', () => {
  const stripes = paintPixels(8, 2, (x) => (x < 4 ? [0, 0, 0] : [255, 0, 0]));
  const content = describeContent(stripes, 8);
  expect(content.distinctColours).toBe(2);
  expect(content.repeatedShare).toBe(12 / 16);
  expect(content.pngBytesEstimate).toBeGreaterThan(0);
  expect(content.pngBytesEstimate).toBeLessThan(2);
});
