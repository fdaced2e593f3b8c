import { describe, expect, test } from 'vitest';
import { openPicture } from './open-picture.ts';
import { bytes, exifSegment, mediaHead, pngHead, withSegment } from './testing/file-bytes.ts';
import { colourAt, furthest, never, opened, preparedFrom } from './testing/opened.ts';
import { bytesOf, fileOf, paintPixels, photoPixels } from './testing/pictures.ts';

const errorOf = async (file: Blob): Promise<unknown> => {
  const result = await openPicture(file, never);
  return result.ok ? null : result.error;
};

test.each(['image/png', 'image/jpeg', 'image/webp'] as const)('opens %s', async (type) => {
  const file = await fileOf(photoPixels(320, 200), 320, type);
  const picture = await opened(file);
  const format = type.slice('image/'.length);
  expect(picture.facts).toMatchObject({ format, bytes: file.size, widthPx: 320, heightPx: 200 });
  expect([picture.preview.width, picture.preview.height]).toEqual([320, 200]);
  picture.close();
});

test('the preview of a large picture is 1600 px on its longer side', async () => {
  const picture = await opened(await fileOf(photoPixels(1500, 4000), 1500, 'image/jpeg'));
  expect([picture.preview.width, picture.preview.height]).toEqual([600, 1600]);
  picture.close();
});

test('a type that lies is no matter', async () => {
  const file = await fileOf(photoPixels(50, 50), 50, 'image/webp');
  const picture = await opened(new File([file], 'photo.txt', { type: 'text/plain' }));
  expect(picture.facts.format).toBe('webp');
  picture.close();
});

describe('refuses, and says why', () => {
  test.each([
    ['an empty file', new Blob([]), { kind: 'emptyFile' }],
    [
      'text named as a picture',
      new File(['hi'], 'a.png', { type: 'image/png' }),
      { kind: 'notAnImage' },
    ],
    ['a HEIC photo', new Blob([mediaHead('heic')]), { kind: 'unreadableFormat', format: 'HEIC' }],
    ['a header alone', new Blob([pngHead(20, 20)]), { kind: 'decodeFailed', format: 'png' }],
  ])('%s', async (_name, file, error) => {
    expect(await errorOf(file)).toEqual(error);
  });

  test('a thin strip wider than any canvas', async () => {
    const error = await errorOf(new Blob([pngHead(60_000, 8)]));
    expect(error).toMatchObject({ kind: 'tooManyPixels', widthPx: 60_000, heightPx: 8 });
  });

  test.each(['image/png', 'image/jpeg'] as const)('a cut-off %s', async (type) => {
    const file = await fileOf(photoPixels(300, 300), 300, type);
    const cut = file.slice(0, file.size / 2, type);
    expect(await errorOf(cut)).toEqual({ kind: 'decodeFailed', format: type.slice(6) });
  });
});

describe('EXIF', () => {
  const [width, height] = [240, 160];
  const upright = (x: number, y: number): readonly [number, number, number] => {
    const isLeft = x < width / 2;
    if (y < height / 2) return isLeft ? [220, 40, 40] : [40, 200, 60];
    return isLeft ? [50, 70, 220] : [230, 220, 60];
  };
  /** Where a stored row and column shows, for each orientation (EXIF 3.0, tag 0x0112). */
  const shown = [
    (row: number, column: number) => [column, row],
    (row: number, column: number) => [width - 1 - column, row],
    (row: number, column: number) => [width - 1 - column, height - 1 - row],
    (row: number, column: number) => [column, height - 1 - row],
    (row: number, column: number) => [row, column],
    (row: number, column: number) => [width - 1 - row, column],
    (row: number, column: number) => [width - 1 - row, height - 1 - column],
    (row: number, column: number) => [row, height - 1 - column],
  ] as const;

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %d comes out upright', async (orientation) => {
    const [storedWidth, storedHeight] = orientation < 5 ? [width, height] : [height, width];
    const stored = paintPixels(storedWidth, storedHeight, (column, row) => {
      const [x = 0, y = 0] = shown[orientation - 1]?.(row, column) ?? [];
      return upright(x, y);
    });
    const plain = await bytesOf(await fileOf(stored, storedWidth, 'image/jpeg'));
    const file = new Blob([withSegment(plain, exifSegment(orientation))]);
    const picture = await opened(file);
    expect([picture.facts.widthPx, picture.facts.heightPx]).toEqual([width, height]);
    picture.close();
    // Off the middle, so that a frame taken from the wrong part would show.
    const frame = { x: 60, y: 40, width: 90, height: 90 };
    const { pixels } = await preparedFrom(file, 'avatar', frame);
    for (const [x, y] of [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.1, 0.9],
      [0.9, 0.9],
    ] as const) {
      const expected = upright(frame.x + 90 * x, frame.y + 90 * y);
      expect(furthest(expected, colourAt(pixels, 400, x, y))).toBeLessThanOrEqual(6);
    }
  });

  test.each([
    ['far outside the file', 0x7fff_ffff],
    ['just outside the segment', 0xffff],
    ['on itself', 0],
  ])('a directory %s does not hang anything', async (_name, directoryAt) => {
    const plain = await bytesOf(await fileOf(photoPixels(600, 600), 600, 'image/jpeg'));
    const startedMs = performance.now();
    const result = await preparedFrom(new Blob([withSegment(plain, exifSegment(6, directoryAt))]));
    expect(result.facts).toMatchObject({ widthPx: 400, heightPx: 400 });
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });
});

/** One pixel of an animation in the colour that `code` packs. */
const gifFrame = (code: number): Uint8Array<ArrayBuffer> =>
  bytes([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2], [code, 1, 0]);

test('an animated GIF gives its first frame', async () => {
  const file = bytes(
    'GIF89a',
    [1, 0, 1, 0, 0x80, 0, 0, 200, 30, 30, 30, 30, 200],
    gifFrame(0x44),
    gifFrame(0x4c),
    [0x3b],
  );
  const { pixels, facts } = await preparedFrom(new Blob([file]));
  expect(colourAt(pixels, 400, 0.5, 0.5)).toEqual([200, 30, 30, 255]);
  expect(facts.upscaled).toBe(true);
});
