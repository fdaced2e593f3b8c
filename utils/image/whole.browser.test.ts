import { describe, expect, test } from 'vitest';
import { bannerLimits } from '../domain/limits.ts';
import type { PrepareRequest, SourceFrame } from '../domain/picture.ts';
import { never, opened } from './testing/opened.ts';
import {
  decodedPixels,
  fileOf,
  paintPixels,
  photoPixels,
  type Pixels,
  repeatableNoise,
} from './testing/pictures.ts';

const frameAt = (x: number, y: number, over: Partial<SourceFrame> = {}): SourceFrame => ({
  centerX: x + 750,
  centerY: y + 250,
  width: 1500,
  height: 500,
  angleDeg: 0,
  flipX: false,
  flipY: false,
  ...over,
});

/** Asks for a banner of which X is to cut the frame out, and takes what is shown meanwhile. */
const whole = async (
  pixels: Pixels,
  widthPx: number,
  frame: SourceFrame,
  request: Partial<PrepareRequest> = {},
) => {
  const picture = await opened(await fileOf(pixels, widthPx));
  const shown: Blob[] = [];
  const rect = { x: 0, y: 0, width: 1, height: 1 };
  const asked = { kind: 'banner', size: 'whole', rect, frame, ...request } as const;
  const result = await picture.prepare(asked, never, (blob) => shown.push(blob));
  picture.close();
  if (!result.ok || !shown[0]) throw new Error(`not prepared: ${JSON.stringify(result)}`);
  const written = await decodedPixels(result.value.blob);
  return { ...result.value, written, seen: await decodedPixels(shown[0]) };
};

/** What X cuts out of the file. */
const cutOut = ({ written, region }: Awaited<ReturnType<typeof whole>>): Uint8ClampedArray => {
  if (!region) throw new Error('nothing to cut out');
  const part = new Uint8ClampedArray(region.widthPx * region.heightPx * 4);
  for (let row = 0; row < region.heightPx; row += 1) {
    const from = ((region.topPx + row) * written.widthPx + region.leftPx) * 4;
    part.set(written.pixels.subarray(from, from + region.widthPx * 4), row * region.widthPx * 4);
  }
  return part;
};

describe('a banner that X crops', () => {
  test('is the whole picture, whose framed part is, pixel for pixel, what would be sent cropped', async () => {
    const sent = await whole(photoPixels(2000, 900), 2000, frameAt(120, 310), { format: 'png' });
    expect(sent.facts).toMatchObject({ widthPx: 2000, heightPx: 900, mime: 'image/png' });
    expect(sent.region).toEqual({ widthPx: 1500, heightPx: 500, leftPx: 120, topPx: 310 });
    expect(cutOut(sent)).toEqual(new Uint8ClampedArray(sent.seen.pixels));
  });

  test.each([
    ['turned by a quarter', { angleDeg: 90 }, 1700, 1600],
    ['turned back by a quarter', { angleDeg: -90 }, 1700, 1600],
    ['turned over', { angleDeg: 180 }, 1700, 1600],
    ['flipped and turned', { angleDeg: 90, flipX: true }, 1700, 1600],
    ['flipped both ways', { flipX: true, flipY: true }, 1700, 1600],
  ] as const)('%s it is cut out of the turned picture', async (_words, turn, widthPx, heightPx) => {
    const frame = frameAt(90, 560, turn);
    const sent = await whole(photoPixels(widthPx, heightPx), widthPx, frame, { format: 'png' });
    expect(cutOut(sent)).toEqual(new Uint8ClampedArray(sent.seen.pixels));
  });

  test('gets smaller until it stays under the limit by the byte, and the part with it', async () => {
    const noise = repeatableNoise(7);
    const grain = paintPixels(2600, 1600, () => [256 * noise(), 256 * noise(), 256 * noise()]);
    const frame = frameAt(0, 0, { centerX: 1300, centerY: 800, width: 2500, height: 2500 / 3 });
    const sent = await whole(grain, 2600, frame, { format: 'png' });
    expect(sent.facts.bytes).toBe(sent.blob.size);
    expect(sent.blob.size).toBeLessThanOrEqual(bannerLimits.maxUploadBytes);
    expect(sent.facts.widthPx).toBeLessThan(2600);
    expect(sent.region?.widthPx).toBeGreaterThanOrEqual(1500);
  });

  test('straightened, or too small for X to crop, it is cropped here', async () => {
    const tilted = await whole(photoPixels(2000, 1200), 2000, frameAt(250, 350, { angleDeg: 2 }));
    expect([tilted.region, tilted.facts.widthPx]).toEqual([undefined, 1500]);
    const low = frameAt(0, 0, { centerX: 150, centerY: 45, width: 270, height: 90 });
    const small = await whole(photoPixels(300, 90), 300, low);
    expect([small.region, small.facts.widthPx, small.facts.upscaled]).toEqual([
      undefined,
      1500,
      true,
    ]);
  });
});
