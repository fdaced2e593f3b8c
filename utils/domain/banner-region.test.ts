import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bannerRegionOf, partOfWhole, wholeSize, wholeSizes } from './banner-region.ts';
import { createCrop, fit, toSourceRect, zoomTo } from './crop.ts';

const size = (widthPx: number, heightPx: number) => ({ widthPx, heightPx });

describe('the size of a whole picture', () => {
  test.each([
    [size(3000, 2000), size(3000, 2000)],
    [size(200, 100), size(200, 100)],
    [size(8192, 8192), size(8192, 8192)],
    [size(16_384, 6000), size(8192, 3000)],
    [size(6000, 12_000), size(4096, 8192)],
    [size(199, 400), null],
    [size(400, 99), null],
    // Brought to 8192 it is lower than the least X takes.
    [size(16_384, 150), null],
  ])('%j is sent as %j', (picture, sent) => expect(wholeSize(picture)).toEqual(sent));

  test('gets smaller in steps, as long as the frame holds what X shows', () => {
    const sizes = wholeSizes(size(6000, 4000), { x: 0, y: 0, width: 6000, height: 2000 });
    expect(sizes[0]).toEqual(size(6000, 4000));
    expect(sizes.length).toBeGreaterThan(5);
    const widths = sizes.map(({ widthPx }) => widthPx);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(1500);
    expect(widths).toEqual([...new Set(widths)].toSorted((one, other) => other - one));
  });

  test('is the picture’s own where the frame is small already', () => {
    expect(wholeSizes(size(900, 900), { x: 0, y: 0, width: 900, height: 300 })).toEqual([
      size(900, 900),
    ]);
  });
});

test('a frame in whole pixels is taken as it is', () => {
  const frame = { x: 700, y: 301, width: 1500, height: 500 };
  expect(bannerRegionOf(frame, size(3000, 1000), size(3000, 1000))).toEqual({
    widthPx: 1500,
    heightPx: 500,
    leftPx: 700,
    topPx: 301,
  });
});

test('any frame over any picture, sent at any size: inside, 3:1, and within a pixel of the frame', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 600, max: 12_000 }),
      fc.integer({ min: 300, max: 12_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (widthPx, heightPx, acrossShare, downShare, zoomShare) => {
        const picture = { widthPx, heightPx };
        const crop = createCrop(picture, 3, 1500);
        const zoom = 1 + (crop.maxZoom - 1) * zoomShare;
        const view = {
          ...fit(crop),
          centerX: widthPx * acrossShare,
          centerY: heightPx * downShare,
        };
        const rect = toSourceRect(crop, zoomTo(crop, view, zoom));
        for (const sent of wholeSizes(picture, rect)) {
          const region = bannerRegionOf(rect, picture, sent);
          const [byX, byY] = [sent.widthPx / widthPx, sent.heightPx / heightPx];
          expect(Object.values(region).every((side) => Number.isInteger(side))).toBe(true);
          expect(region.leftPx).toBeGreaterThanOrEqual(0);
          expect(region.topPx).toBeGreaterThanOrEqual(0);
          expect(region.leftPx + region.widthPx).toBeLessThanOrEqual(sent.widthPx);
          expect(region.topPx + region.heightPx).toBeLessThanOrEqual(sent.heightPx);
          expect(Math.abs(region.widthPx - 3 * region.heightPx)).toBeLessThanOrEqual(2);
          expect(Math.abs(region.heightPx - rect.height * byY)).toBeLessThanOrEqual(1.5);
          const middleX = region.leftPx + region.widthPx / 2;
          const middleY = region.topPx + region.heightPx / 2;
          expect(Math.abs(middleX - (rect.x + rect.width / 2) * byX)).toBeLessThanOrEqual(2);
          expect(Math.abs(middleY - (rect.y + rect.height / 2) * byY)).toBeLessThanOrEqual(2);
        }
      },
    ),
  );
});

describe('a frame on the whole picture', () => {
  const source = size(4000, 3000);
  const frame = {
    centerX: 1000,
    centerY: 500,
    width: 900,
    height: 300,
    flipX: false,
    flipY: false,
  };

  test.each([
    [0, size(4000, 3000), 1000, 500],
    [90, size(3000, 4000), 2500, 1000],
    [180, size(4000, 3000), 3000, 2500],
    [-90, size(3000, 4000), 500, 3000],
    [270, size(3000, 4000), 500, 3000],
  ])('turned by %i° lies where the turned picture shows it', (angleDeg, picture, x, y) => {
    const found = partOfWhole({ ...frame, angleDeg }, source);
    expect(found?.picture).toEqual(picture);
    expect(found?.part).toEqual({ x: x - 450, y: y - 150, width: 900, height: 300 });
    expect(found?.whole).toMatchObject({ centerX: 2000, centerY: 1500, angleDeg });
  });

  test('is flipped before it is turned', () => {
    const found = partOfWhole({ ...frame, flipX: true, angleDeg: 90 }, source);
    expect(found?.part).toEqual({ x: 2500 - 450, y: 3000 - 150, width: 900, height: 300 });
  });

  test('that is straightened has no such place', () => {
    expect(partOfWhole({ ...frame, angleDeg: 1.5 }, source)).toBeNull();
  });
});
