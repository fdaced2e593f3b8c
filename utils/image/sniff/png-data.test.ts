import sharp from 'sharp';
import { expect, test } from 'vitest';
import { photoPixels } from '../testing/pictures.ts';
import { isPngDataSound } from './png-data.ts';

const png = async (): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(
    await sharp(photoPixels(120, 90), { raw: { width: 120, height: 90, channels: 4 } })
      .png()
      .toBuffer(),
  );

test('whole data is sound', async () => {
  expect(await isPngDataSound(await png())).toBe(true);
});

test.each([
  [
    'damaged in the middle',
    (file: Uint8Array) => file.fill(0xa5, file.length / 2, file.length / 2 + 40),
  ],
  ['cut off', (file: Uint8Array) => file.subarray(0, Math.floor(file.length * 0.7))],
  ['without any data', (file: Uint8Array) => file.subarray(0, 33)],
  ['of no bytes', () => new Uint8Array()],
])('%s is not', async (_name, damage) => {
  expect(await isPngDataSound(Uint8Array.from(damage(await png())))).toBe(false);
});
