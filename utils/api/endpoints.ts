import type { AccessLevel } from '../domain/account.ts';
import type { ApiError } from '../domain/api-error.ts';
import { longestUploadMs } from '../domain/limits.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { RawAnswer } from './errors.ts';
import type { Pairs } from './percent-encode.ts';
import { type ApiAccess, type ApiCall, type ApiPorts, send } from './transport.ts';
import { type User, userOf, userOfV2 } from './user.ts';

/** Options of the calls that answer with a user object; both keep the answer small when left as is. */
export interface UserOptions {
  /** X docs: false leaves the `entities` node out. Default false. */
  readonly includeEntities?: boolean;
  /** X docs: true leaves the last post out. Default true. */
  readonly skipStatus?: boolean;
}

/** A call's way out: whom for, with what, and how to stop it. */
export interface Caller {
  readonly access: ApiAccess;
  readonly ports: ApiPorts;
  readonly signal: AbortSignal;
}

/** Patience with calls that only ask, in ms. */
export const readTimeoutMs = 20_000;

/** Makes one call for a caller; see `send`. */
export const ask = (
  { access, ports, signal }: Caller,
  call: ApiCall,
): Promise<Result<RawAnswer, ApiError>> => send(call, access, ports, signal);

const entities = ({ includeEntities = false }: UserOptions): Pairs => [
  ['include_entities', String(includeEntities)],
];

const options = (given: UserOptions): Pairs => [
  ...entities(given),
  ['skip_status', String(given.skipStatus ?? true)],
];

const badAnswer = (answer: RawAnswer): ApiError => ({
  kind: 'badAnswer',
  status: answer.status,
  code: null,
  message: '',
});

const withUser = (answer: Result<RawAnswer, ApiError>, read = userOf): Result<User, ApiError> => {
  if (!answer.ok) return answer;
  const user = read(answer.value.text);
  return user ? ok(user) : err(badAnswer(answer.value));
};

const accessLevels: readonly AccessLevel[] = ['read', 'read-write', 'read-write-directmessages'];

/**
 * GET account/verify_credentials: whose keys these are, and by the `x-access-level` header what they may
 * do (X docs, 2022; header as recorded 2019). Errors: any `ApiError`; `keysRefused` for wrong keys.
 */
export const verifyCredentials = async (
  caller: Caller,
  given: UserOptions = {},
): Promise<Result<{ user: User; access: AccessLevel }, ApiError>> => {
  const answer = await ask(caller, {
    method: 'GET',
    path: '/1.1/account/verify_credentials.json',
    query: options(given),
    timeoutMs: readTimeoutMs,
  });
  if (!answer.ok) return answer;
  const user = userOf(answer.value.text);
  if (!user) return err(badAnswer(answer.value));
  const level = answer.value.headers.get('x-access-level');
  const access = accessLevels.find((known) => known === level) ?? 'unknown';
  return ok({ user, access });
};

/**
 * GET users/show by numeric id: the user object as it is now (X docs, users/show, 2022). The documented
 * way to see whether an upload has taken effect. Errors: any `ApiError`; `notFound`, `userSuspended`.
 */
export const showUser = async (
  caller: Caller,
  userId: string,
  given: UserOptions = {},
): Promise<Result<User, ApiError>> =>
  withUser(
    await ask(caller, {
      method: 'GET',
      path: '/1.1/users/show.json',
      query: [['user_id', userId], ...entities(given)],
      timeoutMs: readTimeoutMs,
    }),
  );

/**
 * GET 2/users/me: the keys' own user by v2 (X docs, users/me, 2025), for plans that may not read it by
 * v1.1. Errors: any `ApiError`.
 */
export const showMe = async (caller: Caller): Promise<Result<User, ApiError>> =>
  withUser(
    await ask(caller, {
      method: 'GET',
      path: '/2/users/me',
      query: [['user.fields', 'profile_image_url,profile_banner_url']],
      timeoutMs: readTimeoutMs,
    }),
    userOfV2,
  );

/**
 * POST account/update_profile_image with the file's raw bytes as multipart part `image` (X docs, 2018;
 * the form of clients in use, 2026). X works on it after answering: the user in the reply still has the
 * old picture. Errors: any `ApiError`; `imageRefused` where X cannot use the file.
 */
export const updateProfileImage = async (
  caller: Caller,
  image: Blob,
  given: UserOptions = {},
): Promise<Result<User, ApiError>> =>
  withUser(
    await ask(caller, {
      method: 'POST',
      path: '/1.1/account/update_profile_image.json',
      query: options(given),
      file: { part: 'image', blob: image, name: 'avatar' },
      timeoutMs: longestUploadMs,
    }),
  );
