import { describe, expect, test } from 'vitest';
import { boxOnStage, createCrop, fit, turnCrop, zoomTo, type Crop } from './crop.ts';
import {
  coversSight,
  isEnough,
  maxDetailEdgePx,
  suitsSight,
  visibleRect,
  wantedDetail,
  type Sight,
} from './detail.ts';
import { noTurn } from './turn.ts';

const photo = createCrop({ widthPx: 6000, heightPx: 4000 }, 1, 400);
const previewPx = 1600;
const stage = { width: 760, height: 636 };

const sightAt = (zoom: number, crop: Crop = photo, density = 1): Sight => ({
  crop,
  view: zoomTo(crop, fit(crop), zoom),
  box: boxOnStage(stage, crop.aspect, 14),
  stage,
  density,
});

describe('a sharper part is wanted', () => {
  test('only once the preview is stretched', () => {
    expect(wantedDetail(sightAt(1), previewPx)).toBeNull();
    expect(wantedDetail(sightAt(2), previewPx)).toBeNull();
    expect(wantedDetail(sightAt(3), previewPx)).not.toBeNull();
    // Twice the pixels on the screen, and it begins at half the zoom.
    expect(wantedDetail(sightAt(1.5, photo, 2), previewPx)).not.toBeNull();
  });

  test('never of a picture whose preview is all of it', () => {
    const small = createCrop({ widthPx: 1500, heightPx: 1000 }, 1, 400);
    expect(wantedDetail(sightAt(small.maxZoom, small), 1500)).toBeNull();
  });

  test('as fine as the screen, in whole pixels, with room around what is seen', () => {
    const sight = sightAt(4);
    const wanted = wantedDetail(sight, previewPx);
    if (!wanted) throw new Error('nothing wanted');
    const { rect, widthPx } = wanted;
    expect(Object.values(rect).every(Number.isInteger)).toBe(true);
    expect(coversSight(wanted, sight)).toBe(true);
    expect(rect.width).toBeGreaterThan(visibleRect(sight).width * 1.39);
    const { box } = sight;
    expect(widthPx / rect.width).toBeCloseTo(box.width / 1000, 3);
  });

  test('never finer than the source, never larger than is bearable', () => {
    const close = wantedDetail(sightAt(photo.maxZoom), previewPx);
    expect(close?.widthPx).toBe(close?.rect.width);
    const huge = createCrop({ widthPx: 9000, heightPx: 9000 }, 1, 400);
    const wide = wantedDetail(sightAt(2, huge, 3), previewPx);
    expect(Math.max(wide?.widthPx ?? 0, wide?.heightPx ?? 0)).toBe(maxDetailEdgePx);
  });

  test.each([
    ['on its side', { ...noTurn, quarters: 1 as const }],
    ['askew', { ...noTurn, straightenDeg: 17, flipX: true }],
  ])('of what is seen of a picture that lies %s', (_name, turn) => {
    const crop = turnCrop(photo, turn);
    const sight = sightAt(6, crop);
    const wanted = wantedDetail(sight, previewPx);
    expect(wanted && coversSight(wanted, sight)).toBe(true);
  });
});

describe('what is at hand', () => {
  const sight = sightAt(5);
  const have = wantedDetail(sight, previewPx);
  if (!have) throw new Error('nothing wanted');

  test('does for a small move, not for a far one', () => {
    const near = { ...sight, view: { ...sight.view, centerX: sight.view.centerX + 100 } };
    const far = { ...sight, view: { ...sight.view, centerX: sight.view.centerX + 900 } };
    expect(isEnough(have, wantedDetail(near, previewPx) ?? have, near)).toBe(true);
    expect(isEnough(have, wantedDetail(far, previewPx) ?? have, far)).toBe(false);
  });

  test('does not for a closer look, and glitters from far off', () => {
    const closer = sightAt(8);
    expect(isEnough(have, wantedDetail(closer, previewPx) ?? have, closer)).toBe(false);
    expect(suitsSight(have, sightAt(3))).toBe(true);
    expect(suitsSight(have, sightAt(2))).toBe(false);
  });
});
