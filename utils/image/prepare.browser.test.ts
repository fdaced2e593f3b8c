import { describe, expect, test } from 'vitest';
import { avatarLimits, bannerLimits } from '../domain/limits.ts';
import type { PictureKind, SourceRect } from '../domain/picture.ts';
import { frameOfRect } from './frame-plan.ts';
import { targets } from './prepare.ts';
import { renderFrame } from './render-frame.ts';
import { toEncoded, toLinear } from './resample/linear-light.ts';
import { sniff } from './sniff/sniff.ts';
import { colourAt, furthest, preparedFrom } from './testing/opened.ts';
import {
  bytesOf,
  canvasOf,
  fileOf,
  logoPixels,
  paintPixels,
  photoPixels,
  psnr,
  repeatableNoise,
} from './testing/pictures.ts';
import { referenceResize } from './testing/reference.ts';

describe('quality against a floating-point linear-light Lanczos', { timeout: 60_000 }, () => {
  const frames: readonly (readonly [PictureKind, SourceRect])[] = [
    ['avatar', { x: 210, y: 100, width: 800, height: 800 }],
    ['avatar', { x: 0, y: 0, width: 1000, height: 1000 }],
    ['banner', { x: 60, y: 300, width: 1620, height: 540 }],
  ];
  const photo = photoPixels(1700, 1000);

  test.each(frames)('%s from %j', async (kind, rect) => {
    const file = await fileOf(photo, 1700);
    const { widthPx, heightPx } = targets[kind];
    const reference = referenceResize(photo, 1700, rect, widthPx, heightPx);
    const bitmap = await createImageBitmap(file);
    const source = { bitmap, format: 'png' } as const;
    const frame = frameOfRect(rect);
    const rendered = await renderFrame(source, frame, targets[kind], () => false);
    expect(psnr(rendered ?? new Uint8ClampedArray(), reference)).toBeGreaterThan(55);
    const { facts, pixels } = await preparedFrom(file, kind, rect);
    expect(facts).toMatchObject({ mime: 'image/jpeg', quality: 1, because: 'photo' });
    expect(facts).toMatchObject({ widthPx, heightPx, upscaled: false });
    expect(psnr(pixels, reference)).toBeGreaterThan(48);
  });
});

test('a 1-px checker keeps its light', async () => {
  const checker = paintPixels(1200, 1200, (x, y) => ((x + y) % 2 ? [255, 255, 255] : [0, 0, 0]));
  const { facts, pixels } = await preparedFrom(await fileOf(checker, 1200));
  expect(facts.because).toBe('flat');
  expect(furthest(colourAt(pixels, 400, 0.5, 0.5), [188, 188, 188, 255])).toBeLessThanOrEqual(1);
});

test.each(['image/png', 'image/jpeg'])(
  'a Display P3 picture is brought to sRGB (%s)',
  async (type) => {
    const wide = [200, 120, 60] as const;
    const canvas = canvasOf(
      paintPixels(500, 500, () => wide),
      500,
      'display-p3',
    );
    const { pixels } = await preparedFrom(await canvas.convertToBlob({ type, quality: 1 }));
    const [red, green, blue] = wide.map((level) => toLinear(level / 255)) as [
      number,
      number,
      number,
    ];
    // Linear Display P3 to linear sRGB, both with white point D65 (CSS Color 4, 10.8).
    const expected = [
      1.2249 * red - 0.2247 * green,
      -0.0421 * red + 1.0421 * green,
      -0.0196 * red - 0.0786 * green + 1.0983 * blue,
    ].map((light) => Math.round(255 * toEncoded(light)));
    expect(furthest(expected, colourAt(pixels, 400, 0.5, 0.5))).toBeLessThanOrEqual(2);
  },
);

test('a drawing keeps its transparency, with no fringe', async () => {
  const disc = paintPixels(900, 900, (x, y) => {
    const cover = Math.min(1, Math.max(0, 400 - Math.hypot(x - 450, y - 450)));
    return [240, 200, 40, 255 * cover];
  });
  const { facts, pixels } = await preparedFrom(await fileOf(disc, 900));
  expect(facts).toMatchObject({ mime: 'image/png', because: 'alpha', quality: null });
  expect(colourAt(pixels, 400, 0.01, 0.01)[3]).toBe(0);
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 32) continue;
    // A canvas keeps faint colours in few steps, hence the 6.
    expect(furthest([240, 200, 40], [...pixels.subarray(at, at + 3)])).toBeLessThanOrEqual(6);
  }
});

test('a small picture is enlarged and says so', async () => {
  const { facts } = await preparedFrom(await fileOf(photoPixels(399, 700), 399));
  expect(facts).toMatchObject({ widthPx: 400, heightPx: 400, upscaled: true });
});

describe('the worst there is stays under the limits', { timeout: 60_000 }, () => {
  const cases = [
    ['avatar', 400, 400, avatarLimits.maxUploadBytes],
    ['banner', 1500, 500, bannerLimits.maxUploadBytes],
  ] as const;

  test.each(cases)('%s of noise', async (kind, widthPx, heightPx, maxBytes) => {
    const noise = repeatableNoise(3);
    const level = (): number => 256 * noise();
    for (const alpha of [() => 255, level]) {
      const pixels = paintPixels(widthPx, heightPx, () => [level(), level(), level(), alpha()]);
      const { blob, facts } = await preparedFrom(await fileOf(pixels, widthPx), kind);
      expect(facts.bytes).toBe(blob.size);
      expect(blob.size).toBeLessThanOrEqual(maxBytes);
      expect(facts).toMatchObject({ widthPx, heightPx });
    }
  });
});

test.each(['image/jpeg', 'image/png'] as const)('%s results hold pixels alone', async (mime) => {
  const source = mime === 'image/jpeg' ? photoPixels(500, 500) : logoPixels(500);
  const { blob, facts } = await preparedFrom(await fileOf(source, 500));
  expect([blob.type, facts.mime]).toEqual([mime, mime]);
  const bytes = await bytesOf(blob);
  expect(sniff(bytes)).toMatchObject({
    format: mime.slice(6),
    size: { widthPx: 400, heightPx: 400 },
  });
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 2000));
  expect(text).not.toMatch(/Exif|ICC_PROFILE|http:|iCCP|eXIf|tEXt|iTXt/u);
});
