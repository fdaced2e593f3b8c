import type { ApiError, ApiErrorKind } from './api-error.ts';

/**
 * What a failed call calls for.
 *
 * - `pause`: it may pass; again after a growing pause
 * - `reset`: again when X said, else after a window of 15 minutes
 * - `clock`: once more at once, by X's own clock
 * - `never`: again would end alike, or do harm
 */
export type RetryAdvice = 'pause' | 'reset' | 'clock' | 'never';

/** By kind (codes in `utils/api/error-codes.ts`; X's own advice is to wait on 88 and 130 only). */
const advice: Record<ApiErrorKind, RetryAdvice> = {
  offline: 'pause',
  timedOut: 'pause',
  serverError: 'pause',
  overCapacity: 'pause',
  rateLimited: 'reset',
  clockWrong: 'clock',
  cancelled: 'never',
  keysRefused: 'never',
  tokenRevoked: 'never',
  readOnlyKeys: 'never',
  accountLocked: 'never',
  accountSuspended: 'never',
  loginNeeded: 'never',
  looksAutomated: 'never',
  accessTooLow: 'never',
  creditsUsedUp: 'never',
  notFound: 'never',
  userSuspended: 'never',
  imageRefused: 'never',
  imageUnreadable: 'never',
  imageTooLarge: 'never',
  formatRefused: 'never',
  valueTooLong: 'never',
  endpointGone: 'never',
  badRequest: 'never',
  badAnswer: 'never',
  callbackNotApproved: 'never',
  pinOnly: 'never',
  appSuspended: 'never',
  wrongPin: 'never',
  signInOver: 'never',
  signInDenied: 'never',
  refused: 'never',
};

/** Passing failures in a row before a person is asked: 2 s to 4 min apart, about 8 minutes in all. */
export const maxTries = 8;

const firstPauseMs = 2_000;
const longestPauseMs = 240_000;

/** X counts calls in windows of 15 minutes (X docs, rate limits). */
const windowMs = 900_000;

/** Clocks differ by a second or two, and a call a moment early would be refused again. */
const afterResetMs = 2_000;

/** A reset further away than this is not waited for: it is a day's quota, or nonsense. */
const longestResetMs = 26 * 3_600_000;

/**
 * The pause after `tries` failures in a row, ms. `jitter` (0 to 1) spreads it from three quarters to
 * five quarters, so that many machines do not come back together.
 */
export const retryPauseMs = (tries: number, jitter: number): number =>
  Math.round(Math.min(longestPauseMs, firstPauseMs * 2 ** tries) * (0.75 + jitter / 2));

/** What to do about a failed call: again at a time (Unix ms), perhaps by another clock, or not. */
export type Retry = { readonly atMs: number; readonly clockSkewMs?: number } | null;

/**
 * Decides about a failed call. `tries` counts the passing failures in a row before it, `jitter` is 0 to
 * 1; `knowsClock` says that X's clock has been followed already.
 */
export const retryOf = (
  error: ApiError,
  nowMs: number,
  given: { readonly tries: number; readonly jitter: number; readonly knowsClock: boolean },
): Retry => {
  const wanted = advice[error.kind];
  if (wanted === 'never' || given.tries >= maxTries) return null;
  if (wanted === 'clock') {
    const { clockSkewMs } = error;
    return given.knowsClock || clockSkewMs === undefined ? null : { atMs: nowMs, clockSkewMs };
  }
  const told = error.retryAtMs;
  if (told !== undefined && told - nowMs > longestResetMs) return null;
  const afterPauseMs = nowMs + retryPauseMs(given.tries, given.jitter);
  if (wanted === 'reset') return { atMs: (told ?? nowMs + windowMs) + afterResetMs };
  return { atMs: told === undefined ? afterPauseMs : Math.max(afterPauseMs, told) };
};
