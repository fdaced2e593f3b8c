import { expect, test } from 'vitest';
import type { PrepareRequest } from '../domain/picture.ts';
import { colourAt, never, opened } from './testing/opened.ts';
import { decodedPixels, fileOf, logoPixels, photoPixels, psnr } from './testing/pictures.ts';

/** Prepares a picture, and tells what was shown and in which order things came. */
const shownAndFile = async (file: Blob, request: Partial<PrepareRequest> = {}) => {
  const picture = await opened(file);
  const order: string[] = [];
  const shown: Blob[] = [];
  const { widthPx, heightPx } = picture.facts;
  const rect = { x: 0, y: 0, width: Math.min(widthPx, heightPx), height: heightPx };
  const result = await picture.prepare({ kind: 'avatar', rect, ...request }, never, (blob) => {
    order.push('shown');
    shown.push(blob);
  });
  order.push('file');
  picture.close();
  const [first] = shown;
  if (!result.ok || first === undefined) throw new Error('nothing was shown or prepared');
  const [seen, written] = await Promise.all([
    decodedPixels(first),
    decodedPixels(result.value.blob),
  ]);
  return { order, seen, written, facts: result.value.facts };
};

const photo = photoPixels(900, 900);

test('the pixels come once, before the file, and are the very pixels in it', async () => {
  const { order, seen, written } = await shownAndFile(await fileOf(photo, 900), { format: 'png' });
  expect(order).toEqual(['shown', 'file']);
  expect(seen).toEqual(written);
});

test('see-through ones too', async () => {
  const { seen, written, facts } = await shownAndFile(await fileOf(logoPixels(900), 900));
  expect(facts.because).toBe('alpha');
  expect(colourAt(seen.pixels, 400, 0.01, 0.01)[3]).toBe(0);
  expect(seen).toEqual(written);
});

test('a JPEG shows what it is made of', async () => {
  const { seen, written, facts } = await shownAndFile(await fileOf(photo, 900));
  expect(facts).toMatchObject({ mime: 'image/jpeg', quality: 1 });
  expect(psnr(seen.pixels, written.pixels)).toBeGreaterThan(48);
});

test('on the background that was chosen, as the file will be', async () => {
  const logo = await fileOf(logoPixels(900), 900);
  for (const format of ['jpeg', 'small'] as const) {
    const { seen } = await shownAndFile(logo, { format, background: '#ff8000' });
    expect(colourAt(seen.pixels, 400, 0.01, 0.01)).toEqual([255, 128, 0, 255]);
  }
});

test('a frame that was overtaken or called off shows nothing', async () => {
  const picture = await opened(await fileOf(photoPixels(3000, 2400), 3000, 'image/jpeg'));
  const shown: string[] = [];
  const frameAt = (x: number, signal = never) =>
    picture.prepare({ kind: 'avatar', rect: { x, y: 0, width: 2400, height: 2400 } }, signal, () =>
      shown.push(`at ${x}`),
    );
  const caller = new AbortController();
  const calledOff = frameAt(0, caller.signal);
  caller.abort();
  const overtaken = frameAt(1);
  expect(await frameAt(2)).toMatchObject({ ok: true });
  expect([await calledOff, await overtaken]).toMatchObject([{ ok: false }, { ok: false }]);
  expect(shown).toEqual(['at 2']);
  picture.close();
});
