import { expect, test } from 'vitest';
import { exifSegment, withSegment } from './testing/file-bytes.ts';
import { never, opened } from './testing/opened.ts';
import { bytesOf, fileOf, paintPixels, photoPixels, type Pixels } from './testing/pictures.ts';

const rect = { x: 1203, y: 401, width: 90, height: 60 };

const pixelsOf = (
  bitmap: ImageBitmap,
  from: { readonly x: number; readonly y: number },
  { width, height }: { readonly width: number; readonly height: number },
): Pixels => {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.drawImage(bitmap, -from.x, -from.y);
  return context.getImageData(0, 0, width, height).data;
};

const detailOf = async (
  file: Blob,
  request = { rect, widthPx: rect.width, heightPx: rect.height },
): Promise<ImageBitmap> => {
  const picture = await opened(file);
  const result = await picture.detail(request, never);
  picture.close();
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

const isWhite = (x: number, y: number): boolean => (x + y) % 2 === 0;

test('shows every pixel of a 24-megapixel picture that its preview blurs', async () => {
  const pixels = paintPixels(6000, 4000, (x, y) =>
    isWhite(x, y) ? [255, 255, 255, 255] : [0, 0, 0, 255],
  );
  const detail = await detailOf(await fileOf(pixels, 6000, 'image/png'));
  const seen = pixelsOf(detail, { x: 0, y: 0 }, rect);
  for (let at = 0; at < seen.length; at += 4) {
    const [x, y] = [(at / 4) % rect.width, Math.floor(at / 4 / rect.width)];
    expect(seen[at]).toBe(isWhite(rect.x + x, rect.y + y) ? 255 : 0);
  }
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('is the right part at orientation %d', async (orientation) => {
  const plain = await bytesOf(await fileOf(photoPixels(2000, 1800), 2000, 'image/jpeg'));
  const file = new Blob([withSegment(plain, exifSegment(orientation))], { type: 'image/jpeg' });
  const whole = await createImageBitmap(file);
  const detail = await detailOf(file);
  expect(pixelsOf(detail, { x: 0, y: 0 }, rect)).toEqual(pixelsOf(whole, rect, rect));
});

test('is drawn smaller where that is enough', async () => {
  const file = await fileOf(photoPixels(3000, 2000), 3000, 'image/jpeg');
  const wide = { x: 0, y: 0, width: 3000, height: 1500 };
  const detail = await detailOf(file, { rect: wide, widthPx: 2000, heightPx: 1000 });
  expect([detail.width, detail.height]).toEqual([2000, 1000]);
});

test('the newest request wins', async () => {
  const picture = await opened(await fileOf(photoPixels(2000, 1800), 2000, 'image/jpeg'));
  const request = { rect, widthPx: 90, heightPx: 60 };
  const [first, second] = await Promise.all([
    picture.detail(request, never),
    picture.detail(request, never),
  ]);
  expect(first).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(second.ok).toBe(true);
  picture.close();
});
