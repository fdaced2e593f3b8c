import sharp from 'sharp';
import { expect, test } from 'vitest';
import { withOrientation } from './jpeg-orientation.ts';

const jpeg = (): Promise<Buffer> =>
  sharp({ create: { width: 12, height: 8, channels: 3, background: '#a53' } })
    .jpeg()
    .toBuffer();

test.each([3, 6, 8])('orientation %i is written, and written over', async (orientation) => {
  const once = withOrientation(await jpeg(), 2);
  const twice = withOrientation(once, orientation);
  expect((await sharp(twice).metadata()).orientation).toBe(orientation);
  expect(twice.length).toBe(once.length);
  expect(await sharp(twice).raw().toBuffer()).toEqual(
    await sharp(await jpeg())
      .raw()
      .toBuffer(),
  );
});
