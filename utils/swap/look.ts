import type { ApiError, ApiErrorKind } from '../domain/api-error.ts';
import type { Result } from '../domain/result.ts';
import { type Caller, showUser, verifyCredentials } from '../api/endpoints.ts';
import type { User } from '../api/user.ts';

/** Refusals that speak of the call, not of the keys: some plans may read oneself but nobody by id. */
const callNotAllowed: ReadonlySet<ApiErrorKind> = new Set(['accessTooLow', 'refused']);

/**
 * The user object as X shows it now: users/show, and where these keys may not read that,
 * account/verify_credentials, which gives the same object. Errors: any `ApiError`.
 */
export const lookAtUser = async (
  caller: Caller,
  userId: string,
): Promise<Result<User, ApiError>> => {
  const shown = await showUser(caller, userId);
  if (shown.ok || !callNotAllowed.has(shown.error.kind)) return shown;
  const own = await verifyCredentials(caller);
  return own.ok ? { ok: true, value: own.value.user } : own;
};
