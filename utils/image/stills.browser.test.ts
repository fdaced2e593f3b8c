import { describe, expect, test, vi } from 'vitest';
import { bytes } from './testing/file-bytes.ts';
import { colourAt, middleRect, never, opened } from './testing/opened.ts';
import { bytesOf, decodedPixels, fileOf, photoPixels } from './testing/pictures.ts';
import { mayBeAnimated } from './stills/is-animated.ts';
import { openStills } from './stills/stills.ts';

const red = [200, 30, 30, 255];
const blue = [30, 30, 200, 255];

/** One pixel at `x` in the colour that `code` packs; `after` says what is done with it. */
const still = (x: number, code: number, after: number): Uint8Array<ArrayBuffer> =>
  bytes(
    [0x21, 0xf9, 4, after << 2, 10, 0, 0, 0],
    [0x2c, x, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2],
    [code, 1, 0],
  );

/** Two pixels wide. Left red; then right blue on top of it; then left blue where red went back. */
const animation = new Blob([
  bytes(
    'GIF89a',
    [2, 0, 1, 0, 0x80, 0, 0, 200, 30, 30, 30, 30, 200],
    still(0, 0x44, 1),
    still(1, 0x4c, 1),
    still(0, 0x4c, 1),
    [0x3b],
  ),
]);

const coloursOf = async (bitmap: ImageBitmap): Promise<readonly (readonly number[])[]> => {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  const { pixels } = await decodedPixels(await canvas.convertToBlob());
  return [0, 1].map((x) => [...pixels.subarray(4 * x, 4 * x + 4)]);
};

describe('an animated GIF', () => {
  test('has its stills, each composed on those before', async () => {
    const picture = await opened(animation);
    expect(picture.frames).toBe(3);
    const seen: unknown[] = [];
    for (const index of [0, 1, 2]) {
      const result = await picture.thumbnail?.(index, never);
      if (result?.ok) seen.push(await coloursOf(result.value));
    }
    expect(seen).toEqual([
      [red, [0, 0, 0, 0]],
      [red, blue],
      [blue, blue],
    ]);
    picture.close();
  });

  test('prepares the still that was chosen', async () => {
    const picture = await opened(animation);
    const chosen = await picture.selectFrame?.(1, never);
    expect(chosen?.ok).toBe(true);
    const rect = { x: 0, y: 0, width: 1, height: 1 };
    const left = await picture.prepare({ kind: 'avatar', rect }, never);
    const right = await picture.prepare({ kind: 'avatar', rect: { ...rect, x: 1 } }, never);
    if (!left.ok || !right.ok) throw new Error('not prepared');
    const colour = async (blob: Blob): Promise<readonly number[]> =>
      colourAt((await decodedPixels(blob)).pixels, 400, 0.5, 0.5);
    expect([await colour(left.value.blob), await colour(right.value.blob)]).toEqual([red, blue]);
    picture.close();
  });

  test('has no still past its last', async () => {
    const picture = await opened(animation);
    const error = { ok: false, error: { kind: 'decodeFailed', format: 'gif' } };
    expect(await picture.selectFrame?.(3, never)).toEqual(error);
    expect(await picture.thumbnail?.(9, never)).toEqual(error);
    const request = { kind: 'avatar', rect: middleRect(picture.facts, 'avatar') } as const;
    expect(await picture.prepare(request, never)).toMatchObject({ ok: true });
    expect(await picture.thumbnail?.(1, AbortSignal.abort())).toMatchObject({ ok: false });
    picture.close();
  });
});

describe('an animation of a thousand stills', () => {
  const long = bytes(
    'GIF89a',
    [2, 0, 1, 0, 0x80, 0, 0, 200, 30, 30, 30, 30, 200],
    ...Array.from({ length: 1000 }, (_, at) => still(at % 2, at % 3 === 0 ? 0x44 : 0x4c, 1)),
    [0x3b],
  );

  test('opens with all of them, and gives any', async () => {
    const picture = await opened(new Blob([long]));
    expect(picture.frames).toBe(1000);
    for (const index of [999, 0, 500]) {
      expect(await picture.selectFrame?.(index, never)).toMatchObject({ ok: true });
    }
    picture.close();
  });

  test('a hand that sweeps over it has only the first and the last made', async () => {
    const decode = vi.spyOn(ImageDecoder.prototype, 'decode');
    const stills = await openStills(long.buffer, 'image/gif');
    if (stills === null) throw new Error('no stills');
    let wanted = 0;
    const sweep = Array.from({ length: 300 }, (_, at) => {
      wanted = at;
      return stills.still(at, () => wanted === at || at === 0);
    });
    const made = (await Promise.all(sweep)).map((bitmap) => bitmap !== null);
    expect(made.flatMap((isMade, at) => (isMade ? [at] : []))).toEqual([0, 299]);
    expect(decode).toHaveBeenCalledTimes(2);
    stills.close();
    decode.mockRestore();
  });
});

test.each(['image/png', 'image/jpeg', 'image/webp'] as const)(
  'a still %s has none',
  async (type) => {
    const file = await fileOf(photoPixels(60, 40), 60, type);
    const picture = await opened(file);
    expect(picture.frames).toBeUndefined();
    expect(picture.selectFrame).toBeUndefined();
    expect(mayBeAnimated(await bytesOf(file), type.slice(6) as 'png')).toBe(false);
    picture.close();
  },
);
