import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { bytes, jpegSegment, withSegment } from '../testing/file-bytes.ts';
import { photoPixels } from '../testing/pictures.ts';
import { sourceMetadata } from './source-metadata.ts';

const picture = sharp(photoPixels(40, 30), { raw: { width: 40, height: 30, channels: 4 } });
const made = async (file: Sharp): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(await file.toBuffer());

const exif = {
  IFD0: { Make: 'Lumen', Model: 'L1', Copyright: 'ada_paints' },
  IFD2: { DateTimeOriginal: '2026:01:02 03:04:05' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
};

describe.each([
  ['jpeg', () => picture.clone().jpeg()],
  ['png', () => picture.clone().png()],
  ['webp', () => picture.clone().webp()],
  ['avif', () => picture.clone().avif({ effort: 0 })],
] as const)('%s', (format, make) => {
  test('a plain file carries nothing', async () => {
    expect(sourceMetadata(await made(make()), format)).toEqual([]);
  });

  test('place, camera, date, author and profile are seen', async () => {
    const removed = sourceMetadata(await made(make().withExif(exif).withIccProfile('p3')), format);
    expect(removed).toEqual(['location', 'camera', 'date', 'author', 'profile']);
  });

  test('an empty block is no claim', async () => {
    const removed = sourceMetadata(await made(make().withExif({ IFD0: {} })), format);
    expect(removed).not.toContain('location');
    expect(removed).not.toContain('author');
  });
});

test('a comment, captions and an editor’s record in a JPEG', async () => {
  const plain = await made(picture.clone().jpeg());
  const segments = [
    jpegSegment(0xfe, bytes('hello')),
    jpegSegment(0xed, bytes('Photoshop 3.0\0 x')),
    jpegSegment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="51"/>')),
  ];
  const removed = sourceMetadata(segments.reduce(withSegment, plain), 'jpeg');
  expect(removed).toEqual(['location', 'comment', 'edits']);
});

test('no bytes whatever make it throw or run long', async () => {
  const files = await Promise.all(
    [picture.clone().jpeg(), picture.clone().png(), picture.clone().webp()].map((file) =>
      made(file.withExif(exif).withIccProfile('p3')),
    ),
  );
  const changes = fc.array(fc.tuple(fc.nat({ max: 900 }), fc.nat({ max: 255 })), { maxLength: 12 });
  const startedMs = performance.now();
  fc.assert(
    fc.property(changes, fc.uint8Array({ maxLength: 300 }), (all, noise) => {
      for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif', 'bmp'] as const) {
        sourceMetadata(noise, format);
        for (const file of files) {
          const mutated = file.slice();
          for (const [at, value] of all) mutated[at % mutated.length] = value;
          sourceMetadata(mutated, format);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(performance.now() - startedMs).toBeLessThan(20_000);
});
