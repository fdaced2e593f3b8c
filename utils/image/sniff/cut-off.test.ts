import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { bmpFile } from '../encode/bmp-file.ts';
import { exifSegment, jpegSegment, withSegment } from '../testing/file-bytes.ts';
import { photoPixels } from '../testing/pictures.ts';
import { isCutOff } from './cut-off.ts';

const pixels = photoPixels(90, 70);
const picture = sharp(pixels, { raw: { width: 90, height: 70, channels: 4 } });
const made = async (file: Sharp): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(await file.toBuffer());

describe.each([
  ['jpeg', () => made(picture.clone().jpeg())],
  ['jpeg', () => made(picture.clone().jpeg({ progressive: true }))],
  ['png', () => made(picture.clone().png())],
  ['gif', () => made(picture.clone().gif())],
  ['bmp', async () => new Uint8Array(await bmpFile(pixels, 90, 70).arrayBuffer())],
] as const)('%s', (format, make) => {
  test('a whole file is not cut off, whatever trails it', async () => {
    const file = await make();
    expect(isCutOff(file, format)).toBe(false);
    const trailed = new Uint8Array(file.length + 9);
    trailed.set(file);
    expect(isCutOff(trailed, format)).toBe(false);
  });

  test.each([0.98, 0.9, 0.5, 0.3])('%d of a file is', async (share) => {
    const file = await make();
    expect(isCutOff(file.subarray(0, Math.floor(file.length * share)), format)).toBe(true);
  });
});

test("a thumbnail's end is not the picture's", async () => {
  const whole = await made(picture.clone().jpeg());
  const thumbnail = jpegSegment(0xe1, [0xff, 0xd8, 0xff, 0xda, 0, 2, 7, 7, 0xff, 0xd9]);
  const file = withSegment(withSegment(whole, thumbnail), exifSegment(1));
  expect(isCutOff(file, 'jpeg')).toBe(false);
  expect(isCutOff(file.subarray(0, file.length - 2), 'jpeg')).toBe(true);
});
