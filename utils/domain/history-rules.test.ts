import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entriesToDrop,
  findByContent,
  findByKey,
  isSendable,
  newestFirst,
  tidyName,
  usedBytes,
  withKey,
} from './history-rules.ts';
import type { HistoryEntry } from './history.ts';

const entry = (over: Partial<HistoryEntry> & { readonly id: string }): HistoryEntry => ({
  accountId: '12',
  kind: 'avatar',
  createdAtMs: 0,
  source: 'set',
  isPinned: false,
  bytes: 100,
  mime: 'image/jpeg',
  widthPx: 400,
  heightPx: 400,
  blobKey: over.id,
  ...over,
});

const ids = (entries: readonly HistoryEntry[]): string[] => entries.map(({ id }) => id);

describe('the order', () => {
  test('is newest first, and what was set again counts from then', () => {
    const all = [
      entry({ id: 'old', createdAtMs: 1 }),
      entry({ id: 'again', createdAtMs: 2, usedAtMs: 9 }),
      entry({ id: 'new', createdAtMs: 5 }),
    ];
    expect(ids(newestFirst(all))).toEqual(['again', 'new', 'old']);
  });
});

describe('the space', () => {
  test('counts a file that two entries share once', () => {
    const all = [entry({ id: 'a', blobKey: 'same' }), entry({ id: 'b', blobKey: 'same' })];
    expect(usedBytes(all)).toBe(100);
  });

  test('is made by dropping the oldest that is neither pinned nor spared', () => {
    const all = [
      entry({ id: 'pinned', createdAtMs: 1, isPinned: true }),
      entry({ id: 'spared', createdAtMs: 2 }),
      entry({ id: 'third', createdAtMs: 3 }),
      entry({ id: 'fourth', createdAtMs: 4 }),
      entry({ id: 'fifth', createdAtMs: 5 }),
    ];
    expect(ids(entriesToDrop(all, 300, new Set(['spared'])))).toEqual(['third', 'fourth']);
    expect(entriesToDrop(all, 500)).toEqual([]);
  });

  test('cannot be made from pinned pictures', () => {
    expect(entriesToDrop([entry({ id: 'a', isPinned: true })], 10)).toEqual([]);
  });

  const entries = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      createdAtMs: fc.nat(50),
      isPinned: fc.boolean(),
      bytes: fc.integer({ min: 1, max: 1000 }),
    }),
    { selector: ({ id }) => id, maxLength: 40 },
  );

  test('fits afterwards unless all that is left may not go, and nothing goes needlessly', () => {
    fc.assert(
      fc.property(entries, fc.nat(10_000), (given, limitBytes) => {
        const all = given.map(entry);
        const dropped = entriesToDrop(all, limitBytes);
        const left = all.filter((each) => !dropped.includes(each));
        expect(dropped.some(({ isPinned }) => isPinned)).toBe(false);
        const fits = usedBytes(left) <= limitBytes;
        expect(fits || left.every(({ isPinned }) => isPinned)).toBe(true);
        const last = dropped.at(-1);
        expect(!last || usedBytes([...left, last]) > limitBytes).toBe(true);
        // Whatever stays and could have gone is newer than what went.
        const newestGone = Math.max(-1, ...dropped.map(({ createdAtMs }) => createdAtMs));
        const free = left.filter(({ isPinned }) => !isPinned);
        expect(free.every(({ createdAtMs }) => createdAtMs >= newestGone)).toBe(true);
      }),
    );
  });
});

describe('the same picture', () => {
  const all = [
    entry({ id: 'a', sha256: 'x', pictureKeys: ['1/a', '2/b'] }),
    entry({ id: 'other', accountId: '13', sha256: 'y', pictureKeys: ['3/c'] }),
  ];
  const ada = { accountId: '12', kind: 'avatar' } as const;

  test('is known by any key X showed it under, and by its content, for its own account only', () => {
    expect(findByKey(all, ada, '2/b')?.id).toBe('a');
    expect(findByKey(all, ada, '3/c')).toBeNull();
    expect(findByContent(all, ada, 'x')?.id).toBe('a');
    expect(findByContent(all, ada, 'y')).toBeNull();
    expect(findByContent(all, { ...ada, kind: 'banner' }, 'x')).toBeNull();
  });

  test('remembers the newest keys, each once', () => {
    expect(withKey(undefined, null)).toEqual([]);
    expect(withKey(['1/a', '2/b'], '1/a')).toEqual(['2/b', '1/a']);
    const many = Array.from({ length: 30 }, (_, index) => `${index}/k`);
    expect(withKey(many, '99/z')).toHaveLength(20);
    expect(withKey(many, '99/z').at(-1)).toBe('99/z');
  });
});

test('what X takes as it is: its formats, under its limit', () => {
  const file = { kind: 'avatar', mime: 'image/png', bytes: 699_999 } as const;
  expect(isSendable(file)).toBe(true);
  expect(isSendable({ ...file, bytes: 700_000 })).toBe(false);
  expect(isSendable({ ...file, mime: 'image/webp' })).toBe(false);
  expect(isSendable({ ...file, mime: 'image/gif' })).toBe(true);
  expect(isSendable({ ...file, kind: 'banner', mime: 'image/gif' })).toBe(false);
});

test('a name becomes one bounded line without anything that hides in it', () => {
  expect(tidyName('  My\n cat\u202e.jpg ')).toBe('My cat .jpg');
  expect(tidyName(' \u0000 ')).toBeUndefined();
  expect([...(tidyName('🐈'.repeat(200)) ?? '')]).toHaveLength(80);
});
