import { describe, expect, test } from 'vitest';
import { mostFiles, trayAfterFailure, trayOf } from './tray.ts';

const file = (type: string) => new Blob(['x'], { type });

describe('what is brought', () => {
  test('pictures among other files are taken; failing them the first file, whose bytes will tell', () => {
    const [text, one, two] = [file('text/plain'), file('image/png'), file('image/gif')];
    expect(trayOf([text, one, two])).toEqual({ files: [one, two], index: 0 });
    expect(trayOf([text, file('')])).toEqual({ files: [text], index: 0 });
    expect(trayOf([])).toBeNull();
    expect(trayOf(undefined)).toBeNull();
  });

  test('is not endless', () => {
    const many = Array.from({ length: 500 }, () => file('image/png'));
    const tray = trayOf(many);
    expect(tray?.files).toEqual(many.slice(0, mostFiles));
    expect(tray?.more).toBe(500 - mostFiles);
    expect(trayOf(many.slice(0, mostFiles))).not.toHaveProperty('more');
  });

  test('a lone failure leaves what was there; one of several leaves the others to choose', () => {
    const before = { files: [file('image/png'), file('image/png')], index: 1 };
    const lone = { files: [file('image/png')], index: 0 };
    const several = { files: [file('image/png'), file('image/png')], index: 0 };
    expect(trayAfterFailure(before, lone)).toBe(before);
    expect(trayAfterFailure(before, undefined)).toBe(before);
    expect(trayAfterFailure(before, several)).toEqual({ files: several.files, index: -1 });
    expect(trayAfterFailure(before, { ...several, more: 7 })).toMatchObject({ more: 7 });
    expect(trayAfterFailure(before, { files: before.files, index: 0 })).toBe(before);
  });
});
