import { describe, expect, test } from 'vitest';
import type { PreparedFacts } from '../../utils/domain/picture.ts';
import {
  choiceIdOf,
  choiceWithId,
  describeLarger,
  describeWhole,
  describeRemoved,
  describeResult,
  fileNameFor,
  firstOutput,
  outputChoices,
  reasonFor,
} from './output.ts';

const jpeg: PreparedFacts = {
  mime: 'image/jpeg',
  bytes: 69_000,
  widthPx: 400,
  heightPx: 400,
  quality: 0.92,
  because: 'photo',
  upscaled: false,
};

describe('the choices', () => {
  test('each leads back to itself, and the first is what every picture begins with', () => {
    const choices = outputChoices.flatMap((group) => group.choices);
    for (const choice of choices) expect(choiceIdOf(choiceWithId(choice.id))).toBe(choice.id);
    expect(choices[0]).toMatchObject({ size: firstOutput.size, format: firstOutput.format });
    expect(choiceWithId('no such')).toBe(firstOutput);
  });

  test('groups say what X does with either size', () => {
    expect(outputChoices.map(({ name }) => name('avatar'))).toEqual([
      '400 × 400, exactly as X shows it',
      'Larger, kept by X as the original',
      'The whole picture, cropped by X',
    ]);
    expect(outputChoices[0]?.name('banner')).toBe('1500 × 500, exactly as X shows it');
  });
});

test('what X cuts out of a whole picture is told, or why it is not X that crops', () => {
  const region = { widthPx: 900, heightPx: 300, leftPx: 12, topPx: 34 };
  expect(describeWhole({ region })).toBe(
    'X cuts out 900 × 300 of it, 12 px from the left and 34 px from the top',
  );
  expect(describeWhole({})).toMatch(/cropped here instead$/);
});

describe('the larger file in words', () => {
  test('what it is good for, or why there is none', () => {
    const larger = { ...jpeg, widthPx: 1400, heightPx: 1400 };
    expect(describeLarger(larger, 'avatar', true)).toMatch(/opened in full.*400 px copy/);
    expect(describeLarger(jpeg, 'avatar', true)).toMatch(/limit: sent as 400 × 400$/);
    expect(describeLarger(jpeg, 'avatar', false)).toMatch(/no more pixels: sent as 400 × 400$/);
  });
});

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
    expect(fileNameFor('image/jpeg', 'avatar', 'Me at sea.HEIF', 'ada_paints')).toBe(
      'Me at sea-avatar.jpg',
    );
    expect(fileNameFor('image/png', 'avatar', undefined, 'ada_paints')).toBe(
      'ada_paints-avatar.png',
    );
    expect(fileNameFor('image/png', 'avatar', '', undefined)).toBe('avatar.png');
  });
});
