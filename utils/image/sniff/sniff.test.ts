import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  avifHead,
  bmpHead,
  bulkyProfiles,
  bytes,
  exifSegment,
  gifHead,
  jpegHead,
  jpegSegment,
  mediaHead,
  pngHead,
  webpHead,
} from '../testing/file-bytes.ts';
import { sniff } from './sniff.ts';

const pictures = [
  ['jpeg, baseline', jpegHead(640, 480), 'jpeg'],
  ['jpeg, progressive', jpegHead(640, 480, 2), 'jpeg'],
  ['jpeg, EXIF before the frame', jpegHead(640, 480, 0, exifSegment(6)), 'jpeg'],
  ['jpeg, five profile segments', jpegHead(640, 480, 0, bulkyProfiles(5)), 'jpeg'],
  ['jpeg, fill bytes', jpegHead(640, 480, 0, [0xff, 0xff, 0xff]), 'jpeg'],
  [
    'jpeg, stray bytes and stuffed zeros',
    jpegHead(640, 480, 0, [...jpegSegment(0xe0, [0]), 0x12, 0xff, 0x00, 0x34]),
    'jpeg',
  ],
  [
    'jpeg, restart marker and tables first',
    jpegHead(640, 480, 1, [0xff, 0xd0, ...jpegSegment(0xc4, [1, 2, 3])]),
    'jpeg',
  ],
  ['png', pngHead(640, 480), 'png'],
  ['gif', gifHead([640, 480], [640, 480]), 'gif'],
  ['gif, frame larger than its screen', gifHead([1, 0], [640, 480]), 'gif'],
  ['webp, lossy', webpHead.lossy(640, 480), 'webp'],
  ['webp, lossless', webpHead.lossless(640, 480), 'webp'],
  ['webp, extended', webpHead.extended(640, 480), 'webp'],
  ['avif', avifHead([640, 480]), 'avif'],
  ['avif, largest of its items', avifHead([512, 480], [640, 480], [640, 400]), 'avif'],
  ['bmp', bmpHead(640, 480), 'bmp'],
  ['bmp, rows downwards', bmpHead(640, -480), 'bmp'],
] as const;

describe('pictures that can be opened', () => {
  test.each(pictures)('%s', (_name, file, format) => {
    expect(sniff(file)).toEqual({
      kind: 'picture',
      format,
      size: { kind: 'size', widthPx: 640, heightPx: 480 },
    });
  });

  test.each([
    ['jpeg of no height', jpegHead(640, 0)],
    ['jpeg, scan before frame', bytes([0xff, 0xd8], jpegSegment(0xda, [1, 2, 3, 4, 5, 6]))],
    ['jpeg, end before frame', bytes([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0])],
    ['png of no width', pngHead(0, 480)],
    ['png of absurd width', pngHead(0xffff_ffff, 480)],
    ['gif of no size', gifHead([0, 0], [0, 480])],
  ])('a header that makes no sense: %s', (_name, file) => {
    expect(sniff(file)).toMatchObject({ kind: 'picture', size: { kind: 'broken' } });
  });
});

test.each([
  ['HEIC', mediaHead('heic', 'mif1')],
  ['HEIC', mediaHead('mif1', 'heic')],
  ['video', mediaHead('isom', 'mp42')],
  ['camera raw', mediaHead('crx ', 'isom')],
  ['TIFF', bytes('II*\0', new Uint8Array(20))],
  ['TIFF', bytes('MM\0*', new Uint8Array(20))],
  ['camera raw', bytes('II*\0\x10\0\0\0CR\x02\0')],
  ['PDF', bytes('%PDF-1.7\n')],
  ['SVG', bytes('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="">')],
  ['web page', bytes('\n<!DOCTYPE html><html>')],
  ['JPEG XL', bytes([0xff, 0x0a, 0, 0])],
  ['JPEG 2000', bytes('\0\0\0\x0cjP  \r\n\x87\n')],
  ['Photoshop (PSD)', bytes('8BPS\0\x01')],
  ['icon (ICO)', bytes([0, 0, 1, 0, 1, 0])],
  ['video', bytes([0x1a, 0x45, 0xdf, 0xa3])],
  ['ZIP', bytes('PK\x03\x04')],
])('names what cannot be opened: %s', (name, file) => {
  expect(sniff(file)).toEqual({ kind: 'unreadable', name });
});

test.each([
  ['nothing', bytes()],
  ['text', bytes('hello there')],
  ['two letters of a BMP', bytes('BMW is a car maker of some renown')],
  ['a sound', bytes('RIFF\0\0\0\0WAVEfmt ')],
])('does not guess: %s', (_name, file) => {
  expect(sniff(file)).toEqual({ kind: 'unknown' });
});

const anyPicture = fc.constantFrom(...pictures.map(([, file]) => file));

test('a cut-off file never throws, and never claims another size', () => {
  fc.assert(
    fc.property(anyPicture, fc.nat(), (file, cut) => {
      const sniffed = sniff(file.subarray(0, cut % file.length));
      if (sniffed.kind !== 'picture' || sniffed.size.kind !== 'size') return;
      // A GIF cut before its first frame still has the size of its screen.
      expect(sniffed.format === 'gif' || sniffed.size.widthPx === 640).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a mutated file never throws', () => {
  const change = fc.tuple(fc.nat(), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(anyPicture, fc.array(change, { maxLength: 12 }), (file, changes) => {
      const mutated = file.slice();
      for (const [at, value] of changes) mutated[at % Math.min(mutated.length, 400)] = value;
      const sniffed = sniff(mutated);
      if (sniffed.kind !== 'picture' || sniffed.size.kind !== 'size') return;
      expect(sniffed.size.widthPx).toBeGreaterThan(0);
      expect(sniffed.size.heightPx).toBeGreaterThan(0);
    }),
    { numRuns: 5000 },
  );
});

test('any bytes at all never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (file) => {
      sniff(file);
    }),
    { numRuns: 2000 },
  );
});
