import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProfileText } from '../../utils/domain/profile-fields.ts';
import { conflicts, newSheet, type Sheet, unsaved } from './sheet-state.ts';
import { reduceSheet, type SheetEvent } from './sheet.ts';

const ada: ProfileText = { name: 'Ada', description: 'Harbours', location: 'Lowen', url: '' };
const loaded: SheetEvent = { type: 'loaded', text: ada };
const typing = (text: string): SheetEvent => ({ type: 'typed', field: 'location', text });
const after = (...events: readonly SheetEvent[]): Sheet => events.reduce(reduceSheet, newSheet);
const textOf = (sheet: Sheet, field: keyof ProfileText = 'location') => sheet.typed?.text[field];
const undo: SheetEvent = { type: 'stepped', direction: 'undo' };
const redo: SheetEvent = { type: 'stepped', direction: 'redo' };
const sending: SheetEvent = { type: 'sending', changes: { location: 'Up' } };

const tooLong = (message: string): SheetEvent => ({
  type: 'saveFailed',
  error: { kind: 'api', error: { kind: 'valueTooLong', status: 403, code: 120, message } },
});

describe('saving', () => {
  test('takes over what X has afterwards, and knows the way back', () => {
    const kept = { ...ada, location: 'Up', name: 'Ada, renamed elsewhere' };
    const sheet = after(loaded, typing('Up'), sending, { type: 'saved', kept, isUndo: false });
    expect(sheet.typed).toEqual({ base: kept, text: kept });
    expect(unsaved(sheet)).toEqual({});
    expect(sheet.outcome).toEqual({ kind: 'saved', back: { location: 'Lowen' }, differing: [] });
  });

  test('without a word from X about a field counts as taken', () => {
    const saved: SheetEvent = { type: 'saved', kept: { location: 'Up' }, isUndo: true };
    const sheet = after(loaded, typing('Up'), sending, saved);
    expect(sheet.outcome).toMatchObject({ kind: 'undone', differing: [] });
    expect(textOf(sheet, 'name')).toBe('Ada');
  });

  test('holds the fields while it is under way', () => {
    expect(textOf(after(loaded, typing('Up'), sending, typing('Else')))).toBe('Up');
    expect(textOf(after(loaded, typing('Up'), sending, undo))).toBe('Up');
  });

  test('refused as too long: the field, its maximum, and all that was typed', () => {
    const refused = tooLong('Location is too long (maximum is 1 characters)');
    const sheet = after(loaded, typing('Up'), sending, refused);
    expect(sheet).toMatchObject({ limits: { location: 1 }, pointsAt: { field: 'location' } });
    expect(sheet.trouble).toMatchObject({ tooLong: [{ field: 'location', maxLength: 1 }] });
    expect(unsaved(sheet)).toEqual({ location: 'Up' });
  });
});

describe('a draft', () => {
  const draft = {
    accountId: '1',
    base: ada,
    text: { ...ada, location: 'Up' },
    limits: { name: 9 },
  };

  test('is shown before X has answered, and takes nothing from what is typed already', () => {
    expect(textOf(after({ type: 'draftFound', draft }))).toBe('Up');
    const sheet = after(loaded, typing('Mine'), { type: 'draftFound', draft });
    expect(textOf(sheet)).toBe('Mine');
    expect(sheet.limits).toEqual({ name: 9 });
  });

  test('tells what X changed meanwhile until one of both is chosen', () => {
    const now: SheetEvent = { type: 'loaded', text: { ...ada, location: 'Down' } };
    const sheet = after({ type: 'draftFound', draft }, now);
    expect(conflicts(sheet)).toEqual(['location']);
    const mine = reduceSheet(sheet, { type: 'settled', field: 'location', by: 'person' });
    expect([conflicts(mine), textOf(mine)]).toEqual([[], 'Up']);
    const theirs = reduceSheet(sheet, { type: 'settled', field: 'location', by: 'x' });
    expect([conflicts(theirs), textOf(theirs), unsaved(theirs)]).toEqual([[], 'Down', {}]);
    expect(textOf(reduceSheet(theirs, undo))).toBe('Up');
  });
});

describe('steps of typing', () => {
  test('a word is one step; a new word, another field and a paste begin new ones', () => {
    const words = ['L', 'Lo', 'Lo ', 'Lo w', 'Lo wi', 'Lo w', 'pasted'];
    const typed = after(loaded, typing(''), ...words.map(typing));
    const seen: unknown[] = [];
    for (let sheet = typed; sheet.steps.past.length > 0;) {
      sheet = reduceSheet(sheet, undo);
      seen.push(textOf(sheet));
    }
    expect(seen).toEqual(['Lo w', 'Lo wi', 'Lo', '', 'Lowen']);
  });

  test('all the way back is where it began, and forth again where it ended', () => {
    const field = fc.constantFrom('name', 'description', 'location', 'url') as fc.Arbitrary<
      keyof ProfileText
    >;
    const event: fc.Arbitrary<SheetEvent> = fc.oneof(
      fc.record({ type: fc.constant('typed' as const), field, text: fc.string({ maxLength: 4 }) }),
      fc.constant<SheetEvent>({ type: 'discarded' }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const typed = after(loaded, ...events);
        const count = typed.steps.past.length;
        const many = (step: SheetEvent): SheetEvent[] => Array.from({ length: count }, () => step);
        const begun = many(undo).reduce(reduceSheet, typed);
        expect(begun.typed?.text).toEqual(ada);
        expect(many(redo).reduce(reduceSheet, begun).typed?.text).toEqual(typed.typed?.text);
      }),
    );
  });
});
