import { describe, expect, test } from 'vitest';
import type { ApiError, ApiErrorKind } from './api-error.ts';
import { askErrorDetails } from './ask-error.ts';
import { findErrorText } from './person.ts';

const failed = (kind: ApiErrorKind, over: Partial<ApiError> = {}) => ({
  kind: 'api' as const,
  error: { kind, status: 403, code: null, message: '', ...over },
});

describe('a look-up that X refused', () => {
  test.each([
    'notFound',
    'userSuspended',
    'accessTooLow',
    'rateLimited',
    'endpointGone',
    'badAnswer',
    'refused',
  ] as const)('%s speaks of looking up, not of changing a picture', (kind) => {
    const { text, next } = findErrorText(failed(kind));
    expect(`${text} ${next}`).not.toMatch(/chang|swap|your profile|add it again/i);
    expect(next).toMatch(/\.$/);
  });

  test('by a limit says until when', () => {
    expect(findErrorText(failed('rateLimited', { retryAtMs: 7 }))).toMatchObject({
      notBeforeMs: 7,
    });
    expect(findErrorText(failed('rateLimited'))).not.toHaveProperty('notBeforeMs');
  });

  test('for the keys’ sake leads to the settings, as anywhere', () => {
    expect(findErrorText(failed('keysRefused')).where).toBe('settings');
  });

  test('keeps the raw facts', () => {
    expect(askErrorDetails(failed('notFound', { code: 50 }))).toContainEqual({
      label: 'Code',
      value: '50',
    });
  });
});

test.each([
  ['noAccount', 'settings'],
  ['accountGone', 'settings'],
  ['unreadable', 'settings'],
  ['locked', undefined],
  ['notReached', undefined],
] as const)('%s leads to %s, and has no raw facts', (kind, where) => {
  const words = findErrorText({ kind });
  expect(words.text).not.toBe('');
  expect(words.where).toBe(where);
  expect(askErrorDetails({ kind })).toEqual([]);
});
