import { expect, test } from 'vitest';
import type { HistoryEntry } from './history.ts';
import type { SavedBefore } from './saved-before.ts';
import { undoOffer, undoProblemText } from './undo-offer.ts';

const entries = [{ id: 'kept' }] as unknown as readonly HistoryEntry[];
const offer = (before: SavedBefore) =>
  undoOffer({ kind: 'avatar', state: 'live', before }, entries);

test('a live swap whose picture before is kept can be taken back', () => {
  expect(offer({ kind: 'saved', historyId: 'kept' })).toEqual({
    kind: 'possible',
    historyId: 'kept',
  });
});

test.each<[string, SavedBefore, RegExp]>([
  ['deleted', { kind: 'saved', historyId: 'gone' }, /no longer in your history/],
  ['default', { kind: 'none' }, /default picture.*no way back/],
  ['not found', { kind: 'failed', why: 'notFound', status: 404 }, /no longer had/],
  ['too slow', { kind: 'failed', why: 'timedOut' }, /too long/],
  ['full disk', { kind: 'failed', why: 'notStored' }, /no room/],
  ['private', { kind: 'private' }, /private window/],
])('without a picture to go back to it says why: %s', (_name, before, words) => {
  expect(offer(before)).toMatchObject({ kind: 'impossible', text: expect.stringMatching(words) });
});

test('where there was no banner, the way back is none again', () => {
  const before = { kind: 'none' } as const;
  expect(undoOffer({ kind: 'banner', state: 'live', before }, entries)).toEqual({
    kind: 'removal',
  });
});

test('nothing is offered before it is live, nor for swaps from before pictures were saved', () => {
  const before = { kind: 'saved', historyId: 'kept' } as const;
  expect(undoOffer({ kind: 'avatar', state: 'accepted', before }, entries)).toBeNull();
  expect(undoOffer({ kind: 'avatar', state: 'live' }, entries)).toBeNull();
});

test('every problem has words and a next step', () => {
  for (const kind of [
    'gone',
    'accountGone',
    'needsPreparing',
    'notPrepared',
    'notStarted',
  ] as const) {
    const { text, next } = undoProblemText({ kind });
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(next).toMatch(/^[A-Z].*\.$/);
  }
});
