import type { ReadWay } from '../domain/account.ts';
import type { ApiError } from '../domain/api-error.ts';
import { ok, type Result } from '../domain/result.ts';
import { type Caller, showMe, showUser, verifyCredentials } from '../api/endpoints.ts';
import { readByAnyWay } from '../api/read-ways.ts';
import type { User } from '../api/user.ts';

const readOwn = async (caller: Caller): Promise<Result<User, ApiError>> => {
  const own = await verifyCredentials(caller);
  return own.ok ? ok(own.value.user) : own;
};

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
  const seen = await readByAnyWay(
    {
      show: () => showUser(caller, caller.access.userId ?? accountId),
      verify: () => readOwn(caller),
      me: () => showMe(caller),
    },
    readBy,
  );
  return seen.ok ? ok({ user: seen.value.value, readBy: seen.value.readBy }) : seen;
};
