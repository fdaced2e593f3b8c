import { describe, expect, test } from 'vitest';
import type { ApiErrorKind } from './api-error.ts';
import type { ImageError } from './image-errors.ts';
import {
  addAccountErrorText,
  apiErrorText,
  errorDetails,
  imageErrorText,
  swapFailureText,
  type ErrorText,
} from './error-texts.ts';

const apiKinds: Record<ApiErrorKind, true> = {
  offline: true,
  timedOut: true,
  cancelled: true,
  keysRefused: true,
  tokenRevoked: true,
  readOnlyKeys: true,
  clockWrong: true,
  accountLocked: true,
  accountSuspended: true,
  loginNeeded: true,
  looksAutomated: true,
  accessTooLow: true,
  creditsUsedUp: true,
  rateLimited: true,
  notFound: true,
  userSuspended: true,
  imageRefused: true,
  imageUnreadable: true,
  imageTooLarge: true,
  formatRefused: true,
  valueTooLong: true,
  overCapacity: true,
  serverError: true,
  endpointGone: true,
  badRequest: true,
  badAnswer: true,
  callbackNotApproved: true,
  pinOnly: true,
  appSuspended: true,
  wrongPin: true,
  signInOver: true,
  signInDenied: true,
  refused: true,
};

const api = (kind: ApiErrorKind) => ({ kind, status: 401, code: 89, message: 'Raw words of X' });

const imageErrors: readonly ImageError[] = [
  { kind: 'emptyFile' },
  { kind: 'fileTooLarge', bytes: 250_000_000, maxBytes: 200_000_000 },
  { kind: 'notAnImage' },
  { kind: 'unreadableFormat', format: 'HEIC' },
  { kind: 'tooManyPixels', widthPx: 16_000, heightPx: 16_000, maxPixels: 1e8, maxEdgePx: 16_384 },
  { kind: 'tooManyPixels', widthPx: 60_000, heightPx: 8, maxPixels: 1e8, maxEdgePx: 16_384 },
  { kind: 'decodeFailed', format: 'png' },
  { kind: 'encodeFailed' },
  { kind: 'overByteLimit', bytes: 750_000, maxBytes: 699_999 },
  { kind: 'timedOut', afterMs: 10_000 },
  { kind: 'workerFailed' },
  { kind: 'cancelled' },
];

const everyText: readonly (readonly [string, ErrorText])[] = [
  ...(Object.keys(apiKinds) as ApiErrorKind[]).map(
    (kind) => [kind, apiErrorText(api(kind))] as const,
  ),
  ...imageErrors.map((error) => [error.kind, imageErrorText(error)] as const),
  ['accountGone', swapFailureText({ kind: 'accountGone' })],
  ['pictureGone', swapFailureText({ kind: 'pictureGone' })],
  ['notShownYet', swapFailureText({ kind: 'notShownYet', looks: 9 })],
  ['notReached', addAccountErrorText({ kind: 'notReached' })],
  ['missingKey', addAccountErrorText({ kind: 'missingKey', field: 'accessToken' })],
  ['readOnly', addAccountErrorText({ kind: 'readOnly', handle: 'ada_paints' })],
  ['app', addAccountErrorText({ kind: 'app', error: api('keysRefused') })],
  ['notAnAddress', addAccountErrorText({ kind: 'address', why: 'notAnAddress' })],
  ['notSecure', addAccountErrorText({ kind: 'address', why: 'notSecure' })],
  ['hostRefused', addAccountErrorText({ kind: 'hostRefused', server: 'social.example' })],
  ...(['locked', 'notAPin', 'noSignIn', 'appGone', 'windowClosed'] as const).map(
    (kind) => [kind, addAccountErrorText({ kind })] as const,
  ),
];

describe('every error', () => {
  test.each(everyText)('%s has whole sentences and no code', (_, { text, next }) => {
    for (const sentence of [text, next]) {
      expect(sentence).toMatch(/^[A-Z].+\.$/);
      expect(sentence).not.toMatch(/\b(?:401|89)\b|Raw words|undefined|NaN|HTTP/);
    }
  });
});

describe('what an error knows', () => {
  test('which server it speaks of', () => {
    const error = { kind: 'api', error: api('offline') } as const;
    expect(addAccountErrorText(error).text).toBe('X could not be reached.');
    expect(addAccountErrorText(error, 'social.example').text).toBe(
      'social.example could not be reached.',
    );
  });

  test('a clock says how wrong it is, and in which direction', () => {
    const clock = (clockSkewMs: number) => apiErrorText({ ...api('clockWrong'), clockSkewMs }).text;
    expect(clock(8 * 60_000)).toContain('about 8 minutes slow');
    expect(clock(-60_000)).toContain('about 1 minute fast');
    expect(clock(-3 * 3_600_000)).toContain('about 3 hours fast');
  });

  test('a rate limit keeps the time from which trying again makes sense', () => {
    expect(apiErrorText({ ...api('rateLimited'), retryAtMs: 1234 }).notBeforeMs).toBe(1234);
  });

  test('a picture too long on one side is told about that side', () => {
    expect(imageErrorText(imageErrors[5] as ImageError).text).toContain('60000 × 8');
  });

  test('what X said stands under the details, and nowhere else', () => {
    expect(errorDetails({ kind: 'api', error: api('tokenRevoked') })).toEqual([
      { label: 'Status', value: '401' },
      { label: 'Code', value: '89' },
      { label: 'Message', value: 'Raw words of X' },
      { label: 'Kind', value: 'tokenRevoked' },
    ]);
    expect(errorDetails({ kind: 'pictureGone' })).toEqual([
      { label: 'Kind', value: 'pictureGone' },
    ]);
  });
});
