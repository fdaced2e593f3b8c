import { expect, test } from 'vitest';
import { avatarLimits, bannerLimits } from '../domain/limits.ts';
import type { PictureKind, PrepareRequest } from '../domain/picture.ts';
import { middleRect, never, opened } from './testing/opened.ts';
import {
  decodedPixels,
  fileOf,
  logoPixels,
  paintPixels,
  photoPixels,
  type Pixels,
  psnr,
  repeatableNoise,
} from './testing/pictures.ts';

/** Asks for the larger file of a picture's middle, and takes what is shown meanwhile. */
const larger = async (
  pixels: Pixels,
  widthPx: number,
  request: Partial<PrepareRequest> & { readonly kind?: PictureKind } = {},
) => {
  const picture = await opened(await fileOf(pixels, widthPx));
  const { kind = 'avatar' } = request;
  const shown: Blob[] = [];
  const rect = middleRect(picture.facts, kind);
  const result = await picture.prepare({ rect, size: 'larger', ...request, kind }, never, (blob) =>
    shown.push(blob),
  );
  picture.close();
  if (!result.ok || !shown[0]) throw new Error(`not prepared: ${JSON.stringify(result)}`);
  expect(shown).toHaveLength(1);
  const written = await decodedPixels(result.value.blob);
  return { ...result.value, written, seen: await decodedPixels(shown[0]) };
};

test('a photo keeps its own pixels where they fit, and shows them', async () => {
  const { facts, blob, written, seen } = await larger(photoPixels(700, 640), 700);
  expect(facts).toMatchObject({ widthPx: 640, heightPx: 640, mime: 'image/jpeg', upscaled: false });
  expect(facts.bytes).toBe(blob.size);
  expect(seen.widthPx).toBe(640);
  expect(psnr(seen.pixels, written.pixels)).toBeGreaterThan(30);
});

test('a photo too heavy at its own size becomes as large as fits, and no worse than 0.9', async () => {
  const { facts, written } = await larger(photoPixels(2400, 2400), 2400);
  expect(facts.widthPx).toBe(facts.heightPx);
  expect(facts.widthPx).toBeGreaterThan(avatarLimits.edgePx);
  expect(facts.widthPx).toBeLessThan(2048);
  expect(written.widthPx).toBe(facts.widthPx);
  expect(facts.bytes).toBeLessThanOrEqual(avatarLimits.maxUploadBytes);
  expect(facts.quality).toBeGreaterThanOrEqual(0.9);
});

test('drawn art stays exact, up to the ceiling', async () => {
  const { facts, seen, written } = await larger(logoPixels(2200), 2200);
  expect(facts).toMatchObject({ widthPx: 2048, mime: 'image/png', because: 'alpha' });
  expect(seen).toEqual(written);
});

test('a frame of its own size is not touched at all', async () => {
  const photo = photoPixels(500, 500);
  const { written } = await larger(photo, 500, { format: 'png' });
  expect(written.pixels).toEqual(photo);
});

test('a banner, by its own limit', async () => {
  const { facts } = await larger(photoPixels(2000, 700), 2000, { kind: 'banner' });
  expect(facts).toMatchObject({ widthPx: 1998, heightPx: 666 });
  expect(facts.bytes).toBeLessThanOrEqual(bannerLimits.maxUploadBytes);
});

test('where nothing larger can be filled or fits, exactly what X shows', async () => {
  const noise = repeatableNoise(5);
  const level = (): number => 256 * noise();
  const grain = paintPixels(900, 900, () => [level(), level(), level()]);
  const heavy = await larger(grain, 900, { format: 'png' });
  expect(heavy.facts).toMatchObject({ widthPx: 400, heightPx: 400, upscaled: false });
  const small = await larger(photoPixels(380, 380), 380);
  expect(small.facts).toMatchObject({ widthPx: 400, heightPx: 400, upscaled: true });
});

test('can be called off', async () => {
  const picture = await opened(await fileOf(photoPixels(2400, 2400), 2400));
  const caller = new AbortController();
  const rect = middleRect(picture.facts, 'avatar');
  const shown: Blob[] = [];
  const asked = picture.prepare({ kind: 'avatar', rect, size: 'larger' }, caller.signal, (blob) =>
    shown.push(blob),
  );
  setTimeout(() => caller.abort(), 30);
  expect(await asked).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(await picture.prepare({ kind: 'avatar', rect }, never)).toMatchObject({ ok: true });
  expect(shown).toEqual([]);
  picture.close();
});
