import { describe, expect, test } from 'vitest';
import { renderFrame } from '../render-frame.ts';
import { orientPixels } from '../resample/orient.ts';
import { exifSegment, withSegment } from '../testing/file-bytes.ts';
import { fileOf, photoPixels } from '../testing/pictures.ts';
import { canvasSource } from './canvas-source.ts';
import { frameSource } from './frame-source.ts';
import type { PixelSource } from './pixel-source.ts';

const [storedWidth, storedHeight] = [330, 240];

/** A photo-like JPEG whose EXIF says how it was held. */
const heldPhoto = async (orientation: number): Promise<ImageBitmap> => {
  const file = await fileOf(photoPixels(storedWidth, storedHeight), storedWidth, 'image/jpeg');
  const plain = new Uint8Array(await file.arrayBuffer());
  return createImageBitmap(new Blob([withSegment(plain, exifSegment(orientation))]));
};

/** Everything a source holds, upright, red first. */
const uprightPixels = async (source: PixelSource): Promise<Uint8ClampedArray> => {
  const { widthPx, heightPx, turn, isBlueFirst } = source;
  const reader = source.strips({ left: 0, width: widthPx }, heightPx);
  const pixels = (await reader.read(0, heightPx)).slice();
  for (let at = 0; at < pixels.length; at += 4) {
    if (isBlueFirst) [pixels[at], pixels[at + 2]] = [pixels[at + 2] ?? 0, pixels[at] ?? 0];
    pixels[at + 3] = 255;
  }
  reader.close();
  source.close();
  return orientPixels(pixels, widthPx, turn);
};

const furthest = (a: Uint8ClampedArray, b: Uint8ClampedArray): number =>
  a.reduce((most, level, at) => Math.max(most, Math.abs(level - (b[at] ?? 999))), 0);

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo held as orientation %d', (orientation) => {
  test('gives the same bytes as memory and through a canvas', async () => {
    const bitmap = await heldPhoto(orientation);
    const direct = frameSource(bitmap);
    expect(direct).not.toBeNull();
    if (direct === null) return;
    const seen = await uprightPixels(direct);
    expect(seen).toEqual(await uprightPixels(canvasSource(bitmap, false)));
  });

  test('gives the same picture of a part, off the middle', async () => {
    const bitmap = await heldPhoto(orientation);
    const frame = {
      centerX: 90,
      centerY: 70,
      width: 120,
      height: 100,
      angleDeg: 0,
      flipX: false,
      flipY: false,
    };
    const size = { widthPx: 60, heightPx: 50 };
    const isStale = (): boolean => false;
    for (const turned of [
      frame,
      { ...frame, angleDeg: 90, flipX: true },
      { ...frame, angleDeg: 20 },
    ]) {
      const direct = await renderFrame({ bitmap, format: 'jpeg' }, turned, size, isStale);
      const drawn = await renderFrame({ bitmap, format: 'png' }, turned, size, isStale);
      expect(
        furthest(direct ?? new Uint8ClampedArray(), drawn ?? new Uint8ClampedArray()),
      ).toBeLessThanOrEqual(1);
    }
  });
});
