import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from './history.ts';
import { parseAccount, parseHistoryEntry, parseSwapJob } from './parse-records.ts';
import { autoLockChoices, defaultSettings, parseSetting } from './settings.ts';
import { newJob } from './swap-steps.ts';
import { ada } from './testing/accounts.ts';

const account = { ...ada, id: '9007199254740993' };
const job = newJob(
  { id: '1', accountId: '2', handle: 'ada_paints', kind: 'banner', blobKey: 'b' },
  5,
);
const entry: HistoryEntry = {
  id: '1',
  accountId: '2',
  kind: 'avatar',
  createdAtMs: 1,
  source: 'saved',
  isPinned: true,
  bytes: 10,
  mime: 'image/png',
  widthPx: 400,
  heightPx: 400,
  blobKey: 'b',
};

const cases: readonly (readonly [string, (value: unknown) => object | null, object])[] = [
  ['an account', parseAccount, account],
  ['a job', parseSwapJob, job],
  ['a picture of the history', parseHistoryEntry, entry],
];

describe.each(cases)('%s', (_what, parse, whole) => {
  test('comes back as it is, without what is not known', () => {
    expect(parse(whole)).toEqual(whole);
    expect(parse({ ...whole, secret: 'x' })).toEqual(whole);
  });

  test.each(Object.keys(whole))('without %s, or with nonsense there, is none', (field) => {
    const { [field]: _left, ...rest } = whole as Record<string, unknown>;
    expect(parse(rest)).toBeNull();
    expect(parse({ ...whole, [field]: { odd: true } })).toBeNull();
    expect(parse({ ...rest, __proto__: { [field]: 'inherited' } })).toBeNull();
  });

  test('nothing else is taken for one, and nothing crashes', () => {
    fc.assert(fc.property(fc.anything(), (value) => parse(value) === null));
  });
});

test('a name of a picture may be left out, and must be text', () => {
  expect(parseHistoryEntry({ ...entry, name: 'Harbour' })).toEqual({ ...entry, name: 'Harbour' });
  expect(parseHistoryEntry({ ...entry, name: 3 })).toBeNull();
});

test('a setting that makes no sense is the default', () => {
  expect(parseSetting('autoLockMinutes', 60)).toBe(60);
  for (const odd of [0, -1, 61, '60', null, undefined, Number.NaN]) {
    expect(parseSetting('autoLockMinutes', odd)).toBe(defaultSettings.autoLockMinutes);
  }
  expect(autoLockChoices).toContain(defaultSettings.autoLockMinutes);
});
