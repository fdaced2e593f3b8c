import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesBack,
  changesOf,
  conflictsOf,
  emptiedBy,
  fieldProblem,
  isBarring,
  keptText,
  notTaken,
  rebase,
} from './profile-changes.ts';
import {
  lengthOf,
  maxLengthOf,
  type ProfileField,
  profileFieldNames,
  profileFields,
  type ProfileText,
} from './profile-fields.ts';

const ada: ProfileText = {
  name: 'Ada Paints',
  description: 'Watercolours of harbours.',
  location: 'Port Lowen',
  url: 'http://ada.example/',
};

/** Few texts, so that the same one often comes up twice. */
const someText = fc.constantFrom('', 'a', 'a ', 'b', 'two\nlines', 'ada.example', '🎨');
const someProfile: fc.Arbitrary<ProfileText> = fc.record({
  name: someText,
  description: someText,
  location: someText,
  url: someText,
});

test('the limits are those of the table, until a server names its own', () => {
  const limits = profileFieldNames.map((field) => [field, maxLengthOf(field, {})]);
  expect(Object.fromEntries(limits)).toEqual({
    name: 50,
    description: 160,
    location: 30,
    url: 100,
  });
  expect(maxLengthOf('name', { name: 20 })).toBe(20);
  expect(lengthOf('🎨é')).toBe(2);
});

describe('what is sent', () => {
  test('is only what differs, as X keeps it', () => {
    expect(changesOf(ada, ada)).toEqual({});
    expect(changesOf(ada, { ...ada, location: ' Upstream ', name: 'Ada Paints ' })).toEqual({
      location: 'Upstream',
    });
    expect(changesOf(ada, { ...ada, url: 'ada.example/' })).toEqual({});
    expect(changesOf(ada, { ...ada, url: 'ada.example/a' })).toEqual({
      url: 'http://ada.example/a',
    });
    expect(changesOf(ada, { ...ada, description: ' ' })).toEqual({ description: '' });
    expect(changesOf({ ...ada, description: 'a\r\nb' }, { ...ada, description: 'a\nb' })).toEqual(
      {},
    );
  });

  test('leads from one profile to the other, and back', () => {
    fc.assert(
      fc.property(someProfile, someProfile, (base, text) => {
        const changes = changesOf(base, text);
        const there = { ...base, ...changes };
        expect(changesOf(there, text)).toEqual({});
        expect(notTaken(changes, there)).toEqual([]);
        const back = { ...there, ...changesBack(base, changes) };
        expect(changesOf(back, base)).toEqual({});
      }),
    );
  });

  test('tells which fields it empties', () => {
    const text = { ...ada, description: '', url: ' ' };
    expect(emptiedBy(ada, changesOf(ada, text))).toEqual(['description', 'url']);
    expect(emptiedBy({ ...ada, url: '' }, changesOf({ ...ada, url: '' }, text))).toEqual([
      'description',
    ]);
  });

  test('is compared with what X has afterwards', () => {
    expect(notTaken({ name: 'A', location: 'b' }, { ...ada, name: 'A' })).toEqual(['location']);
    expect(notTaken({ url: 'http://ada.example/' }, ada)).toEqual([]);
  });
});

describe('what X changed meanwhile', () => {
  test('is followed where nothing was typed, and told where something was', () => {
    const typed = { base: ada, text: { ...ada, location: 'Upstream' } };
    const now = { ...ada, name: 'Ada P.', location: 'Downstream' };
    const next = rebase(typed, now);
    expect(next.text).toEqual({ ...now, location: 'Upstream' });
    expect(next.base.name).toBe('Ada P.');
    expect(conflictsOf(next, now)).toEqual(['location']);
    expect(conflictsOf(typed, { ...ada, location: 'Upstream' })).toEqual([]);
  });

  test('never takes away what was typed, and asks about it again next time', () => {
    fc.assert(
      fc.property(someProfile, someProfile, someProfile, (base, text, now) => {
        const next = rebase({ base, text }, now);
        for (const field of profileFieldNames) {
          const isTyped = keptText(field, base[field]) !== keptText(field, text[field]);
          const want = isTyped ? text[field] : now[field];
          expect(keptText(field, next.text[field])).toBe(keptText(field, want));
        }
        expect(rebase(next, now)).toEqual(next);
        expect(conflictsOf(next, now)).toEqual(conflictsOf({ base, text }, now));
      }),
    );
  });
});

describe('what is wrong with a field', () => {
  test.each<[ProfileField, string, ReturnType<typeof fieldProblem>]>([
    ['name', 'Ada', null],
    ['name', '  ', { kind: 'nameEmpty' }],
    ['location', '', null],
    ['url', 'mailto:a@b.example', { kind: 'website', why: 'scheme' }],
    ['location', '🎨'.repeat(30), null],
    ['location', '🎨'.repeat(31), { kind: 'over', over: 1 }],
    ['location', 'x'.repeat(60), { kind: 'over', over: 30 }],
    ['location', 'x'.repeat(61), { kind: 'farOver', over: 31 }],
    ['url', `a.example/${'x'.repeat(83)}`, null],
    ['url', `a.example/${'x'.repeat(84)}`, { kind: 'over', over: 1 }],
  ])('%s %j: %j', (field, text, problem) => {
    expect(fieldProblem(field, text, {})).toEqual(problem);
  });

  test('a few over is a warning, for X counts in its own way; far over is not sent', () => {
    expect(isBarring(fieldProblem('description', 'x'.repeat(163), {}))).toBe(false);
    expect(isBarring(fieldProblem('description', 'x'.repeat(400), {}))).toBe(true);
    expect(isBarring(fieldProblem('name', '', {}))).toBe(true);
    expect(isBarring(null)).toBe(false);
  });

  test('the server’s own maximum counts from when it is known', () => {
    expect(fieldProblem('description', 'x'.repeat(150), { description: 140 })).toEqual({
      kind: 'over',
      over: 10,
    });
    expect(fieldProblem('description', 'x'.repeat(180), { description: 200 })).toBeNull();
  });
});

test('every field has a name for people and one for sentences', () => {
  for (const field of profileFieldNames) {
    const { label, inText } = profileFields[field];
    expect(label.toLowerCase()).toBe(inText);
  }
});
