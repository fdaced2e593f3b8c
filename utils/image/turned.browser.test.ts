import { describe, expect, test } from 'vitest';
import type { PrepareRequest, SourceFrame } from '../domain/picture.ts';
import { frameOfRect } from './frame-plan.ts';
import { orientPixels } from './resample/orient.ts';
import { colourAt, never, opened } from './testing/opened.ts';
import { decodedPixels, fileOf, logoPixels, photoPixels, type Pixels } from './testing/pictures.ts';
import { turnedFrom } from './testing/turned.ts';

const made = async (file: Blob, part: Partial<PrepareRequest>) => {
  const picture = await opened(file);
  const rect = { x: 100, y: 50, width: 450, height: 450 };
  const result = await picture.prepare({ kind: 'avatar', rect, ...part }, never);
  picture.close();
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { ...result.value, ...(await decodedPixels(result.value.blob)) };
};

const photo = photoPixels(700, 560);
const frame = frameOfRect({ x: 100, y: 50, width: 450, height: 450 });
const alike = (a: Pixels, b: Pixels): void => {
  let furthest = 0;
  for (let at = 0; at < a.length; at += 1) {
    furthest = Math.max(furthest, Math.abs((a[at] ?? 0) - (b[at] ?? 0)));
  }
  expect(furthest).toBeLessThanOrEqual(1);
};

describe('turns', () => {
  test.each([
    [{ angleDeg: 90 }, { quarters: 1, flipX: false, flipY: false }],
    [
      { angleDeg: 270, flipX: true },
      { quarters: 3, flipX: true, flipY: false },
    ],
    [{ flipY: true }, { quarters: 0, flipX: false, flipY: true }],
  ] as const)('%j moves the same pixels, none is worked out anew', async (turn, orientation) => {
    const file = await fileOf(photo, 700);
    const plain = await made(file, { format: 'png' });
    const turned = await made(file, { format: 'png', frame: { ...frame, ...turn } });
    expect(turned.pixels).toEqual(orientPixels(plain.pixels, 400, orientation));
  });

  test('any angle comes out as worked out by plain pixels', async () => {
    const tilted: SourceFrame = { ...frame, angleDeg: -17.5, flipX: true, width: 420, height: 420 };
    const result = await made(await fileOf(photo, 700), { format: 'png', frame: tilted });
    const [source, out] = [
      { widthPx: 700, heightPx: 560 },
      { widthPx: 400, heightPx: 400 },
    ];
    alike(result.pixels, turnedFrom(photo, source, tilted, out));
    expect(result.facts).toMatchObject({ widthPx: 400, heightPx: 400, because: 'chosen' });
  });
});

describe('what is asked for', () => {
  test('a lighter JPEG, the best one, or PNG', async () => {
    const file = await fileOf(photo, 700);
    const best = await made(file, {});
    const jpeg = await made(file, { format: 'jpeg' });
    const small = await made(file, { format: 'small' });
    const png = await made(file, { format: 'png' });
    expect(best.facts).toMatchObject({ mime: 'image/jpeg', because: 'photo', quality: 1 });
    expect(jpeg.facts).toMatchObject({ mime: 'image/jpeg', because: 'chosen', quality: 1 });
    expect(small.facts).toMatchObject({ mime: 'image/jpeg', because: 'chosen', quality: 0.92 });
    expect(png.facts).toMatchObject({ mime: 'image/png', because: 'chosen', quality: null });
    expect(small.facts.bytes).toBeLessThan(0.6 * best.facts.bytes);
  });

  test('a see-through picture as JPEG stands on the colour asked for', async () => {
    const file = await fileOf(logoPixels(600), 600);
    const rect = { x: 0, y: 0, width: 600, height: 600 };
    const onBlue = await made(file, { rect, format: 'jpeg', background: '#1030a0' });
    const [red = 0, green = 0, blue = 0] = colourAt(onBlue.pixels, 400, 0.02, 0.02);
    expect(Math.max(Math.abs(red - 16), Math.abs(green - 48), Math.abs(blue - 160))).toBeLessThan(
      4,
    );
    const plain = await made(file, { rect, format: 'jpeg' });
    expect(colourAt(plain.pixels, 400, 0.02, 0.02)).toEqual([255, 255, 255, 255]);
  });
});
