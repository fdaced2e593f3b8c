import { describe, expect, test } from 'vitest';
import { straighten, turnQuarter } from '../../utils/domain/turn.ts';
import type { OpenedPicture } from '../studio-ports.ts';
import { firstEdit, withTurn, withView, type Edit } from './edit.ts';
import { beginFraming, editFraming, stepFraming, type Framing } from './framing.ts';

const picture = {
  facts: { format: 'jpeg', bytes: 1, widthPx: 4000, heightPx: 3000 },
} as OpenedPicture;
const start = beginFraming('avatar', picture);

const zoomed = (framing: Framing, zoom: number): Edit =>
  withView(framing.crop, framing.edit, { ...framing.edit.view, zoom });
const turned = (framing: Framing): Edit =>
  withTurn(framing.crop, framing.edit, turnQuarter(framing.edit.turn, 1));
const slanted = (framing: Framing, deg: number): Edit =>
  withTurn(framing.crop, framing.edit, straighten(framing.edit.turn, deg));

describe('turning', () => {
  test('makes the view give way, and turning back brings it back', () => {
    const view = { centerX: 1500, centerY: 1500, zoom: 1 };
    const placed = editFraming(start, withView(start.crop, start.edit, view), null);
    const aslant = editFraming(placed, slanted(placed, 20), null);
    expect(aslant.edit.view.zoom).toBeGreaterThan(1.2);
    const back = editFraming(aslant, slanted(aslant, 0), null);
    expect(back.edit.view).toEqual(placed.edit.view);
  });

  test('a view chosen while turned is the one kept', () => {
    const aslant = editFraming(start, slanted(start, 20), null);
    const closer = editFraming(aslant, zoomed(aslant, 3), null);
    const back = editFraming(closer, slanted(closer, 0), null);
    expect(back.edit.view.zoom).toBe(3);
  });
});

describe('undo and redo', () => {
  test('go step by step, and a new edit ends what could be redone', () => {
    const one = editFraming(start, zoomed(start, 2), null);
    const two = editFraming(one, turned(one), null);
    const back = stepFraming(two, 'undo');
    expect(back.edit).toBe(one.edit);
    expect(back.crop.turn.quarters).toBe(0);
    expect(stepFraming(back, 'undo').edit).toBe(start.edit);
    expect(stepFraming(back, 'redo').edit).toBe(two.edit);
    const other = editFraming(back, zoomed(back, 3), null);
    expect(stepFraming(other, 'redo')).toBe(other);
  });

  test('have ends', () => {
    expect(stepFraming(start, 'undo')).toBe(start);
    expect(stepFraming(start, 'redo')).toBe(start);
  });

  test('take one movement of the hand as one step, and the next as another', () => {
    let framing = start;
    for (const [zoom, atMs] of [
      [1.5, 0],
      [2, 300],
      [2.5, 900],
    ] as const) {
      framing = editFraming(framing, zoomed(framing, zoom), { key: 'wheel', atMs });
    }
    expect(framing.history.past).toHaveLength(1);
    framing = editFraming(framing, zoomed(framing, 3), { key: 'wheel', atMs: 2000 });
    framing = editFraming(framing, zoomed(framing, 4), { key: 'keys', atMs: 2050 });
    expect(framing.history.past).toHaveLength(3);
  });

  test('what changes nothing is no step', () => {
    expect(editFraming(start, firstEdit(start.crop), null)).toBe(start);
  });

  test('after an undo the same gesture begins anew', () => {
    const once = editFraming(start, zoomed(start, 2), { key: 'wheel', atMs: 0 });
    const back = stepFraming(once, 'undo');
    const again = editFraming(back, zoomed(back, 3), { key: 'wheel', atMs: 100 });
    expect(stepFraming(again, 'undo').edit).toBe(start.edit);
  });
});
