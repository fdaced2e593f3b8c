import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProfileChanges, profileFieldNames } from './profile-fields.ts';
import { readTooLong, type TooLong, withLimits } from './profile-limit.ts';

const long = (length: number): string => 'x'.repeat(length);
const all: ProfileChanges = {
  name: long(51),
  description: long(161),
  location: long(31),
  url: `http://a.example/${long(90)}`,
};

describe('the words of code 120', () => {
  test.each<[string, ProfileChanges, readonly TooLong[]]>([
    [
      'Account update failed: Description is too long (maximum is 160 characters).',
      all,
      [{ field: 'description', maxLength: 160 }],
    ],
    [
      'Account update failed: Name is too long (maximum is 50 characters), Url is too long (maximum is 100 characters).',
      all,
      [
        { field: 'name', maxLength: 50 },
        { field: 'url', maxLength: 100 },
      ],
    ],
    [
      'Value is too long, maximum of 140.',
      { description: long(150) },
      [{ field: 'description', maxLength: 140 }],
    ],
    ['Too long', { location: long(5), name: long(60) }, [{ field: 'name', maxLength: null }]],
    ['', { location: long(5) }, [{ field: 'location', maxLength: null }]],
    [
      'Bio may have at most 140 characters',
      { description: long(150) },
      [{ field: 'description', maxLength: 140 }],
    ],
    [
      'Name can’t be blank, Location is too long (maximum is 20 characters)',
      all,
      [
        { field: 'name', maxLength: null },
        { field: 'location', maxLength: 20 },
      ],
    ],
    [
      'description: 150 characters exceed the limit of 140',
      { description: long(150) },
      [{ field: 'description', maxLength: 140 }],
    ],
    [
      'Location exceeds 25',
      { name: 'a', location: long(26) },
      [{ field: 'location', maxLength: 25 }],
    ],
    ['anything', {}, []],
  ])('%j', (message, changes, told) => {
    expect(readTooLong(message, changes)).toEqual(told);
  });

  test('whatever they are, the answer is about a field that was sent', () => {
    const changes = fc.record(
      { name: fc.string(), description: fc.string(), location: fc.string(), url: fc.string() },
      { requiredKeys: [] },
    ) as fc.Arbitrary<ProfileChanges>;
    const word = fc.constantFrom('Name', 'Url', 'is too long', '(maximum is', '30', ')', ',', '.');
    const message = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(message, changes, (words, sent) => {
        const told = readTooLong(words, sent);
        expect(told.length > 0).toBe(Object.keys(sent).length > 0);
        for (const { field, maxLength } of told) {
          expect(Object.keys(sent)).toContain(field);
          expect(maxLength === null || maxLength > 0).toBe(true);
        }
      }),
    );
  });
});

test('what one server named is kept beside what it names next', () => {
  const first = withLimits({}, [{ field: 'name', maxLength: 20 }]);
  const next = withLimits(first, [
    { field: 'url', maxLength: null },
    { field: 'location', maxLength: 25 },
  ]);
  expect(next).toEqual({ name: 20, location: 25 });
  expect(profileFieldNames.every((field) => next[field] !== 0)).toBe(true);
});
