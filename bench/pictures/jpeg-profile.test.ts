import sharp from 'sharp';
import { expect, test } from 'vitest';
import { asDisplayP3 } from './jpeg-profile.ts';

test('levels stay, and mean another colour', async () => {
  const create = { width: 12, height: 8, channels: 3 as const, background: '#20c040' };
  const plain = await sharp({ create }).withIccProfile('srgb').jpeg().toBuffer();
  const wide = await asDisplayP3(plain);
  const raw = (file: Buffer) => sharp(file, { ignoreIcc: true }).raw().toBuffer();
  expect(await raw(wide)).toEqual(await raw(plain));
  // A green this vivid has less red than sRGB can say once it is read as Display P3.
  const [red = 255] = await sharp(wide).toColourspace('srgb').raw().toBuffer();
  const [plainRed = 0] = await sharp(plain).toColourspace('srgb').raw().toBuffer();
  expect(red).toBeLessThan(plainRed - 20);
});
