import sharp from 'sharp';
import { expect, test } from 'vitest';
import { sniff } from '../sniff/sniff.ts';
import { logoPixels, photoPixels, type Pixels } from '../testing/pictures.ts';
import { cleanPng } from '../verify/png-file.ts';
import { bmpFile } from './bmp-file.ts';
import { encodePng } from './png-file.ts';

/** Pixels of a PNG as another program reads them. */
const rgba = (file: Uint8Array): Promise<Buffer> => sharp(file).ensureAlpha().raw().toBuffer();

test.each<readonly [string, Pixels, number, boolean]>([
  ['a photo', photoPixels(61, 40), 61, false],
  ['a logo with alpha', logoPixels(64), 64, true],
  ['one pixel', photoPixels(1, 1), 1, false],
])(
  'a PNG of %s holds exactly its pixels and nothing else',
  async (_name, pixels, widthPx, alpha) => {
    const heightPx = pixels.length / 4 / widthPx;
    const file = await encodePng(pixels, widthPx, heightPx, alpha);
    expect(await rgba(file)).toEqual(Buffer.from(pixels));
    expect(cleanPng(file)).toEqual({ bytes: file, size: { kind: 'size', widthPx, heightPx } });
  },
);

test('packs shaded and flat pictures well', async () => {
  const shaded = photoPixels(200, 200);
  const flat = logoPixels(200);
  for (const [pixels, channels] of [
    [shaded, 3],
    [flat, 4],
  ] as const) {
    const file = await encodePng(pixels, 200, 200, channels === 4);
    const raw = { width: 200, height: 200, channels: 4 } as const;
    const other = await sharp(pixels, { raw }).toColourspace('srgb').png().toBuffer();
    expect(file.length).toBeLessThan(other.length * 1.05);
  }
});

test('a BMP has the right size and colours, upside down, rows padded', async () => {
  const pixels = photoPixels(3, 2);
  const file = new Uint8Array(await bmpFile(pixels, 3, 2).arrayBuffer());
  expect(sniff(file)).toMatchObject({ format: 'bmp', size: { widthPx: 3, heightPx: 2 } });
  expect(file.length).toBe(54 + 2 * 12);
  expect([...file.subarray(54 + 12, 54 + 15)]).toEqual([pixels[2], pixels[1], pixels[0]]);
  expect([...file.subarray(54, 57)]).toEqual([pixels[14], pixels[13], pixels[12]]);
});
