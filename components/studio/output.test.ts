import { describe, expect, test } from 'vitest';
import type { PreparedFacts } from '../../utils/domain/picture.ts';
import { describeRemoved, describeResult, fileNameFor, reasonFor } from './output.ts';

const jpeg: PreparedFacts = {
  mime: 'image/jpeg',
  bytes: 69_000,
  widthPx: 400,
  heightPx: 400,
  quality: 0.92,
  because: 'photo',
  upscaled: false,
};

describe('the facts in words', () => {
  test('size, format with its quality, weight', () => {
    expect(describeResult(jpeg)).toMatch(/^400 × 400 · JPEG 92\s% · 69 kB$/);
    expect(describeResult({ ...jpeg, mime: 'image/png', quality: null })).toBe(
      '400 × 400 · PNG · 69 kB',
    );
  });

  test('why this format', () => {
    expect(reasonFor(jpeg)).toBe('JPEG suits a photo');
    expect(reasonFor({ ...jpeg, because: 'alpha' })).toBe('PNG keeps what is see-through');
  });

  test('what was removed is only said when it was there', () => {
    expect(describeRemoved(undefined)).toBeNull();
    expect(describeRemoved([])?.words).toBe('No hidden data in it');
    expect(describeRemoved(['profile'])?.words).toBe('No hidden data in it');
    expect(describeRemoved(['location', 'camera', 'date'])).toEqual({
      words: 'Location and camera data removed',
      all: 'location, camera, date',
    });
    expect(describeRemoved(['location'])?.words).toBe('Location removed');
    expect(describeRemoved(['camera', 'date'])?.words).toBe('Camera data removed');
    expect(describeRemoved(['comment'])?.words).toBe('Hidden data removed');
  });

  test('the saved file is named after the source, else after the account', () => {
    expect(fileNameFor('image/jpeg', 'Me at sea.HEIF', 'ada_paints')).toBe('Me at sea-avatar.jpg');
    expect(fileNameFor('image/png', undefined, 'ada_paints')).toBe('ada_paints-avatar.png');
    expect(fileNameFor('image/png', '', undefined)).toBe('avatar.png');
  });
});
