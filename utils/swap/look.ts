import type { ReadWay } from '../domain/account.ts';
import type { ApiError, ApiErrorKind } from '../domain/api-error.ts';
import { ok, type Result } from '../domain/result.ts';
import { type Caller, showMe, showUser, verifyCredentials } from '../api/endpoints.ts';
import type { User } from '../api/user.ts';

/** Refusals that speak of the call, not of the keys: some plans may read oneself but nobody by id. */
const callNotAllowed: ReadonlySet<ApiErrorKind> = new Set([
  'accessTooLow',
  'refused',
  'endpointGone',
]);

const reads: Record<
  ReadWay,
  (caller: Caller, accountId: string) => Promise<Result<User, ApiError>>
> = {
  show: (caller, accountId) => showUser(caller, caller.access.userId ?? accountId),
  verify: async (caller) => {
    const own = await verifyCredentials(caller);
    return own.ok ? ok(own.value.user) : own;
  },
  me: showMe,
};

/** Cheapest first: users/show has twelve times the limit of the second, and v2 costs credits. */
const ways: readonly ReadWay[] = ['show', 'verify', 'me'];

/**
 * The user object as X shows it now, and which way of reading gave it. Begins with the way that worked
 * last; where a call is not allowed for these keys the next one is tried. Errors: any `ApiError`, the
 * first way's where none is allowed.
 */
export const lookAtUser = async (
  caller: Caller,
  accountId: string,
  readBy: ReadWay = 'show',
): Promise<Result<{ readonly user: User; readonly readBy: ReadWay }, ApiError>> => {
  let first: Result<never, ApiError> | null = null;
  for (const way of [readBy, ...ways.filter((other) => other !== readBy)]) {
    const seen = await reads[way](caller, accountId);
    if (seen.ok) return ok({ user: seen.value, readBy: way });
    if (!callNotAllowed.has(seen.error.kind)) return seen;
    first ??= seen;
  }
  if (first === null) throw new Error('no way to read');
  return first;
};
