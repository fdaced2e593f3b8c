import type { ReadWay } from '../domain/account.ts';
import type { ApiError, ApiErrorKind } from '../domain/api-error.ts';
import { ok, type Result } from '../domain/result.ts';

/** Refusals that speak of the call, not of the keys: some plans may read oneself but nobody by id. */
const callNotAllowed: ReadonlySet<ApiErrorKind> = new Set([
  'accessTooLow',
  'refused',
  'endpointGone',
]);

/** One's own user object, read in each of the three ways. */
export type Reads<T> = Readonly<Record<ReadWay, () => Promise<Result<T, ApiError>>>>;

/** Cheapest first: users/show has twelve times the limit of the second, and v2 costs credits. */
const ways: readonly ReadWay[] = ['show', 'verify', 'me'];

/**
 * What the first way of reading gives that these keys may use, and which way that was. Begins with the way
 * that worked last; where a call is not allowed the next one is tried. Errors: any `ApiError`, the first
 * way's where none is allowed.
 */
export const readByAnyWay = async <T>(
  reads: Reads<T>,
  readBy: ReadWay = 'show',
): Promise<Result<{ readonly value: T; readonly readBy: ReadWay }, ApiError>> => {
  let first: Result<never, ApiError> | null = null;
  for (const way of [readBy, ...ways.filter((other) => other !== readBy)]) {
    const seen = await reads[way]();
    if (seen.ok) return ok({ value: seen.value, readBy: way });
    if (!callNotAllowed.has(seen.error.kind)) return seen;
    first ??= seen;
  }
  if (first === null) throw new Error('no way to read');
  return first;
};
