import { describe, expect, test } from 'vitest';
import { createCrop, turnCrop } from '../../utils/domain/crop.ts';
import { firstEdit, withTurn, withView } from './edit.ts';
import { describeEdit, editAfterKey } from './frame-keys.ts';

const crop = createCrop({ widthPx: 4000, heightPx: 4000 }, 1, 400);
const edit = withView(crop, firstEdit(crop), { centerX: 2000, centerY: 2000, zoom: 2 });
const press = (key: string, shiftKey = false) => editAfterKey(crop, edit, { key, shiftKey });

describe('keys in the frame', () => {
  test('arrows push the picture, with Shift ten times as far', () => {
    expect(press('ArrowRight')?.view).toEqual({ centerX: 1980, centerY: 2000, zoom: 2 });
    expect(press('ArrowLeft', true)?.view).toEqual({ centerX: 2200, centerY: 2000, zoom: 2 });
    expect(press('ArrowUp', true)?.view).toEqual({ centerX: 2000, centerY: 2200, zoom: 2 });
  });

  test('arrows go the way they point, however the picture lies', () => {
    const turned = withTurn(crop, edit, { ...edit.turn, quarters: 1 });
    const next = editAfterKey(turnCrop(crop, turned.turn), turned, {
      key: 'ArrowRight',
      shiftKey: false,
    });
    expect(next?.view.centerX).toBeCloseTo(2000, 6);
    expect(next?.view.centerY).toBeCloseTo(2020, 6);
  });

  test('plus and minus zoom about the centre, 0 fits', () => {
    expect(press('+')?.view.zoom).toBeCloseTo(2.2);
    expect(press('=')?.view.zoom).toBeCloseTo(2.2);
    expect(press('-')?.view.zoom).toBeCloseTo(2 / 1.1);
    expect(press('0')?.view).toEqual({ centerX: 2000, centerY: 2000, zoom: 1 });
  });

  test('R turns, H and V flip, comma and full stop straighten', () => {
    expect(press('r')?.turn.quarters).toBe(1);
    expect(press('R', true)?.turn.quarters).toBe(3);
    expect(press('h')?.turn.flipX).toBe(true);
    expect(press('v')?.turn.flipY).toBe(true);
    expect(press('.')?.turn.straightenDeg).toBe(0.5);
    expect(press(',')?.turn.straightenDeg).toBe(-0.5);
  });

  test('other keys mean nothing here', () => {
    expect(press('Tab')).toBeNull();
    expect(press('a')).toBeNull();
  });

  test('an edit is told in words', () => {
    expect(describeEdit(crop, edit)).toMatch(/^Zoom 200\s%, centred 50\s% across and 50\s% down$/);
    const turned = withTurn(crop, edit, {
      quarters: 1,
      straightenDeg: -2.5,
      flipX: true,
      flipY: false,
    });
    expect(describeEdit(crop, turned)).toMatch(
      /, turned 90° clockwise, straightened −2[.,]5°, flipped left to right$/,
    );
  });
});
