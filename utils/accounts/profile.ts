import type { Caller } from '../api/endpoints.ts';
import * as calls from '../api/profile.ts';
import { readByAnyWay } from '../api/read-ways.ts';
import type { ReadWay } from '../domain/account.ts';
import type { ApiError, ApiErrorKind } from '../domain/api-error.ts';
import { fieldsOf, notTaken } from '../domain/profile-changes.ts';
import {
  emptyProfile,
  type ProfileChanges,
  type ProfileField,
  type ProfileText,
} from '../domain/profile-fields.ts';
import { ok, type Result } from '../domain/result.ts';

/** Whose profile it is, and how the account's user object was read last. */
export interface ProfileOwner {
  readonly accountId: string;
  readonly readBy?: ReadWay | undefined;
}

/** A profile's texts as X has them, and the way of reading that gave them. */
export interface ProfileRead {
  readonly text: ProfileText;
  readonly readBy: ReadWay;
}

/** With a wrong clock X says by how much: signed anew by X's own time it goes through. */
const withClock = async <T>(
  caller: Caller,
  call: (caller: Caller) => Promise<Result<T, ApiError>>,
): Promise<Result<T, ApiError>> => {
  const first = await call(caller);
  if (first.ok || first.error.kind !== 'clockWrong') return first;
  const { clockSkewMs } = first.error;
  if (clockSkewMs === undefined) return first;
  return call({ ...caller, access: { ...caller.access, clockSkewMs } });
};

/**
 * An account's profile as X has it now, short links replaced by what they point to. What a server leaves
 * out counts as empty. Errors: any `ApiError`.
 */
export const loadProfile = (
  caller: Caller,
  { accountId, readBy }: ProfileOwner,
): Promise<Result<ProfileRead, ApiError>> =>
  withClock(caller, async (timed) => {
    const seen = await readByAnyWay(
      {
        show: () => calls.showProfile(timed, timed.access.userId ?? accountId),
        verify: () => calls.showOwnProfile(timed),
        me: () => calls.showMyProfile(timed),
      },
      readBy,
    );
    if (!seen.ok) return seen;
    return ok({ text: { ...emptyProfile, ...seen.value.value }, readBy: seen.value.readBy });
  });

/** Failures after which X may have taken the change all the same. */
const mayBeDone: ReadonlySet<ApiErrorKind> = new Set([
  'offline',
  'timedOut',
  'cancelled',
  'serverError',
  'overCapacity',
  'badAnswer',
]);

const shortLink = /\bhttps?:\/\/t\.co\/\w/;

/** An answer whose short links say nothing of where they lead: they lead where the sent ones do. */
const resolved = (changes: ProfileChanges, seen: calls.ProfileSeen): ProfileChanges => {
  const isDark = (field: ProfileField): boolean =>
    changes[field] !== undefined &&
    shortLink.test(seen[field] ?? '') &&
    !shortLink.test(changes[field]);
  const dark = fieldsOf(changes).filter(isDark);
  return { ...seen, ...Object.fromEntries(dark.map((field) => [field, changes[field]])) };
};

const lookTimeoutMs = 15_000;

/**
 * Changes some texts of an account's profile and gives back what X has afterwards: what was sent, with what
 * the answer says, or where that got lost a look at the profile. Nothing goes out where the caller's signal
 * was aborted before. Errors: any `ApiError`; the profile is then as it was, as far as can be seen.
 */
export const saveProfile = async (
  caller: Caller,
  owner: ProfileOwner,
  changes: ProfileChanges,
): Promise<Result<ProfileChanges, ApiError>> => {
  const hasBegun = !caller.signal.aborted;
  const sent = await withClock(caller, (timed) => calls.updateProfile(timed, changes));
  if (sent.ok) return ok({ ...changes, ...resolved(changes, sent.value) });
  if (!hasBegun || !mayBeDone.has(sent.error.kind)) return sent;
  const { access, ports } = caller;
  const looking = { access, ports, signal: AbortSignal.timeout(lookTimeoutMs) };
  const seen = await loadProfile(looking, owner);
  return seen.ok && notTaken(changes, seen.value.text).length === 0 ? ok(seen.value.text) : sent;
};
