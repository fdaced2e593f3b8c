import { describe, expect, test } from 'vitest';
import { createCrop } from '../../utils/domain/crop.ts';
import { describeView, viewAfterKey } from './frame-keys.ts';

const crop = createCrop({ widthPx: 4000, heightPx: 4000 }, 1, 400);
const view = { centerX: 2000, centerY: 2000, zoom: 2 };
const press = (key: string, shiftKey = false) => viewAfterKey(crop, view, { key, shiftKey });

describe('keys in the frame', () => {
  test('arrows push the picture, with Shift ten times as far', () => {
    expect(press('ArrowRight')).toEqual({ centerX: 1980, centerY: 2000, zoom: 2 });
    expect(press('ArrowLeft', true)).toEqual({ centerX: 2200, centerY: 2000, zoom: 2 });
    expect(press('ArrowUp', true)).toEqual({ centerX: 2000, centerY: 2200, zoom: 2 });
  });

  test('plus and minus zoom about the centre, 0 fits', () => {
    expect(press('+')?.zoom).toBeCloseTo(2.2);
    expect(press('=')?.zoom).toBeCloseTo(2.2);
    expect(press('-')?.zoom).toBeCloseTo(2 / 1.1);
    expect(press('0')).toEqual({ centerX: 2000, centerY: 2000, zoom: 1 });
  });

  test('other keys mean nothing here', () => {
    expect(press('Tab')).toBeNull();
    expect(press('a')).toBeNull();
  });

  test('a view is told in words', () => {
    expect(describeView(crop, view)).toMatch(/^Zoom 200\s%, centred 50\s% across and 50\s% down$/);
  });
});
