import { describe, expect, test } from 'vitest';
import type { ApiErrorKind } from './api-error.ts';
import { parseProfileDraft, isWorthKeeping } from './profile-draft.ts';
import { askErrorDetails } from './ask-error.ts';
import { type ProfileError, profileErrorText } from './profile-error.ts';
import { emptyProfile } from './profile-fields.ts';

const api = (kind: ApiErrorKind): ProfileError => ({
  kind: 'api',
  error: { kind, status: 403, code: 1, message: 'said', retryAtMs: 5 },
});

/** What a call that changes or reads a profile can end in; the rest is of pictures or of signing in. */
const kinds: readonly ApiErrorKind[] = [
  'offline',
  'timedOut',
  'cancelled',
  'keysRefused',
  'tokenRevoked',
  'readOnlyKeys',
  'clockWrong',
  'accountLocked',
  'accountSuspended',
  'loginNeeded',
  'looksAutomated',
  'accessTooLow',
  'creditsUsedUp',
  'rateLimited',
  'notFound',
  'valueTooLong',
  'overCapacity',
  'serverError',
  'endpointGone',
  'badRequest',
  'badAnswer',
  'appSuspended',
  'refused',
];

describe('words of a failure', () => {
  test.each(kinds)('%s speaks of the profile, not of a picture', (kind) => {
    for (const task of ['load', 'save'] as const) {
      if (task === 'load' && (kind === 'cancelled' || kind === 'valueTooLong')) continue;
      const { text, next, notBeforeMs } = profileErrorText(task, api(kind));
      expect(`${text} ${next}`).not.toMatch(/picture|swap|banner|avatar/i);
      expect(next).toMatch(/\.$/);
      expect(notBeforeMs).toBe(5);
    }
  });

  test('locked keys say what they are wanted for', () => {
    expect(profileErrorText('load', { kind: 'locked' }).next).toContain('read');
    expect(profileErrorText('save', { kind: 'locked' }).next).toContain('kept');
    expect(profileErrorText('save', { kind: 'accountGone' }).where).toBe('settings');
  });

  test('raw facts are those of calls alone', () => {
    expect(askErrorDetails({ kind: 'notReached' })).toEqual([]);
    expect(askErrorDetails(api('refused')).map(({ value }) => value)).toContain('said');
  });
});

describe('a draft', () => {
  const draft = {
    accountId: '1',
    base: emptyProfile,
    text: { ...emptyProfile, location: 'here' },
    limits: { name: 20 },
    savedAtMs: 1,
  };

  test('is read as it was stored, known fields only', () => {
    expect(parseProfileDraft({ ...draft, more: 1 })).toEqual(draft);
  });

  test.each([
    ['no account', { ...draft, accountId: 1 }],
    ['a text missing', { ...draft, text: { name: 'a' } }],
    ['a text beyond reason', { ...draft, text: { ...emptyProfile, url: 'x'.repeat(4001) } }],
    ['a limit of something else', { ...draft, limits: { link: 4 } }],
    ['a limit that is none', { ...draft, limits: { name: -1 } }],
    ['nothing', null],
  ])('with %s is none', (_what, record) => {
    expect(parseProfileDraft(record)).toBeNull();
  });

  test('is kept for what was typed and for what the server said', () => {
    expect(isWorthKeeping(draft)).toBe(true);
    expect(isWorthKeeping({ ...draft, text: emptyProfile })).toBe(true);
    expect(isWorthKeeping({ ...draft, limits: {} })).toBe(true);
    expect(isWorthKeeping({ ...draft, text: emptyProfile, limits: {} })).toBe(false);
  });
});
