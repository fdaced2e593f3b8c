import type { Caller } from '../api/endpoints.ts';
import { showPerson, showPersonV2 } from '../api/people.ts';
import type { ApiError, ApiErrorKind } from '../domain/api-error.ts';
import type { Result } from '../domain/result.ts';
import type { Person, PersonSought } from '../domain/person.ts';

/** Refusals that speak of the call, not of the keys or the person: some plans may read people by v2 only. */
const callNotAllowed: ReadonlySet<ApiErrorKind> = new Set([
  'accessTooLow',
  'refused',
  'endpointGone',
]);

/**
 * A user of X as X shows them now: users/show, and where these keys may not use it, v2. Errors: any
 * `ApiError`, the first call's where neither is allowed.
 */
export const findPerson = async (
  caller: Caller,
  who: PersonSought,
): Promise<Result<Person, ApiError>> => {
  const first = await showPerson(caller, who);
  if (first.ok || !callNotAllowed.has(first.error.kind)) return first;
  const second = await showPersonV2(caller, who);
  return !second.ok && callNotAllowed.has(second.error.kind) ? first : second;
};
