import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { bytes, exifSegment, jpegSegment, withSegment } from '../testing/file-bytes.ts';
import { photoPixels } from '../testing/pictures.ts';
import { cleanJpeg } from './jpeg-file.ts';
import { cleanPng } from './png-file.ts';
import { verifyFile } from './verify-file.ts';

const picture = sharp(photoPixels(80, 60), { raw: { width: 80, height: 60, channels: 4 } });
const plainOf = async (made: Sharp): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(await made.toBuffer());

const jpeg = (quality = 100): Promise<Uint8Array<ArrayBuffer>> =>
  plainOf(picture.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }));
const png = (): Promise<Uint8Array<ArrayBuffer>> => plainOf(picture.clone().removeAlpha().png());
const exif = { IFD0: { Copyright: 'ada_paints' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };

const expected = { widthPx: 80, heightPx: 60, maxBytes: 1_000_000 };
const asJpeg = { ...expected, mime: 'image/jpeg' } as const;
const asPng = { ...expected, mime: 'image/png' } as const;

describe('JPEG', () => {
  test('a plain file passes unchanged', async () => {
    const file = await jpeg();
    expect(verifyFile(file, asJpeg)).toEqual({ ok: true, value: { bytes: file, quality: 1 } });
  });

  test.each([100, 99, 95, 80, 50, 30])('reads quality %d back', async (quality) => {
    expect(cleanJpeg(await jpeg(quality))?.quality).toBe(quality / 100);
  });

  test('EXIF, profiles, comments and what follows the end are taken out', async () => {
    const file = await jpeg();
    const loaded = bytes(
      [
        exifSegment(6),
        jpegSegment(0xe2, bytes('ICC_PROFILE\0')),
        jpegSegment(0xfe, bytes('hi')),
      ].reduce((whole, segment) => withSegment(whole, segment), file),
      'trailing bytes',
    );
    expect(verifyFile(loaded, asJpeg)).toEqual({ ok: true, value: { bytes: file, quality: 1 } });
  });

  test('what another program wrote in is gone for that program too', async () => {
    const loaded = await plainOf(picture.clone().jpeg().withExif(exif).withIccProfile('p3'));
    expect(await sharp(loaded).metadata()).toHaveProperty('exif');
    const clean = await sharp(cleanJpeg(loaded)?.bytes).metadata();
    expect(clean).not.toHaveProperty('exif');
    expect(clean).not.toHaveProperty('icc');
  });
});

describe('PNG', () => {
  test('text, EXIF and profiles are taken out', async () => {
    const loaded = await plainOf(picture.clone().png().withExif(exif).withIccProfile('p3'));
    const clean = cleanPng(loaded);
    const text = Buffer.from(clean?.bytes ?? []).toString('latin1');
    expect(text).not.toMatch(/eXIf|iCCP|tEXt|zTXt|iTXt|tIME|pHYs/u);
    expect(verifyFile(loaded, asPng)).toMatchObject({ ok: true, value: { quality: null } });
  });
});

describe('refused', () => {
  test('another size', async () => {
    const wider = { ...asPng, widthPx: 81 };
    expect(verifyFile(await png(), wider)).toEqual({ ok: false, error: { kind: 'encodeFailed' } });
  });

  test('another format', async () => {
    expect(verifyFile(await png(), asJpeg).ok).toBe(false);
    expect(verifyFile(await jpeg(), asPng).ok).toBe(false);
  });

  test('one byte over the limit', async () => {
    const file = await jpeg();
    const maxBytes = file.length - 1;
    const error = { kind: 'overByteLimit', bytes: file.length, maxBytes };
    expect(verifyFile(file, { ...asJpeg, maxBytes })).toEqual({ ok: false, error });
  });

  test('a cut-off file, wherever it is cut', async () => {
    const [photo, drawing] = [await jpeg(), await png()];
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (share) => {
        expect(cleanJpeg(photo.slice(0, Math.floor(share * (photo.length - 1))))).toBeNull();
        expect(cleanPng(drawing.slice(0, Math.floor(share * drawing.length)))).toBeNull();
      }),
    );
  });
});

test('mutated files never throw', async () => {
  const files = [await jpeg(), await png()];
  const changes = fc.array(fc.tuple(fc.nat({ max: 700 }), fc.nat({ max: 255 })), { maxLength: 8 });
  fc.assert(
    fc.property(changes, (all) => {
      for (const file of files) {
        const mutated = file.slice();
        for (const [at, value] of all) mutated[at % mutated.length] = value;
        verifyFile(mutated, asJpeg);
        verifyFile(mutated, asPng);
      }
    }),
    { numRuns: 500 },
  );
});
