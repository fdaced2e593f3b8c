import type { ApiError } from '../domain/api-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Person, PersonSought } from '../domain/person.ts';
import { ask, type Caller, readTimeoutMs } from './endpoints.ts';
import { jsonOf, type RawAnswer } from './errors.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { type User, userOf, userOfV2 } from './user.ts';

const personOf = (user: User): Person => ({
  handle: user.handle,
  name: user.name,
  pictureUrl: user.pictureUrl,
  hasDefaultPicture: user.hasDefaultPicture,
  bannerUrl: user.bannerUrl,
});

const failed = (kind: ApiError['kind'], { status }: RawAnswer): Result<never, ApiError> =>
  err({ kind, status, code: null, message: '' });

/**
 * GET users/show of anybody, by handle or id: the user object as it is now (X docs, users/show, 2022).
 * `profile_banner_url` is left out of it where there is no banner (recorded 2019). Errors: any `ApiError`;
 * `notFound`, `userSuspended`.
 */
export const showPerson = async (
  caller: Caller,
  who: PersonSought,
): Promise<Result<Person, ApiError>> => {
  const answer = await ask(caller, {
    method: 'GET',
    path: '/1.1/users/show.json',
    query: [
      'handle' in who ? ['screen_name', who.handle] : ['user_id', who.userId],
      ['include_entities', 'false'],
    ],
    timeoutMs: readTimeoutMs,
  });
  if (!answer.ok) return answer;
  const user = userOf(answer.value.text);
  if (!user) return failed('badAnswer', answer.value);
  return ok(personOf(user));
};

/** v2 answers 200 where there is nobody, and says so in a list (X docs, users/by/username, 2025). */
const missing = (body: Fields): ApiError['kind'] => {
  const [first] = Array.isArray(body['errors']) ? (body['errors'] as unknown[]) : [];
  const { title, type } = fieldsOf(first);
  if (title === 'Forbidden') return 'userSuspended';
  return typeof type === 'string' && type.endsWith('/resource-not-found')
    ? 'notFound'
    : 'badAnswer';
};

/**
 * GET 2/users/by/username/:username, or 2/users/:id, with both pictures (X docs, 2025; the banner since
 * 2024-06-17), for plans that may not read users by v1.1. Errors: any `ApiError`; `notFound`,
 * `userSuspended`.
 */
export const showPersonV2 = async (
  caller: Caller,
  who: PersonSought,
): Promise<Result<Person, ApiError>> => {
  const name = 'handle' in who ? `by/username/${who.handle}` : who.userId;
  const answer = await ask(caller, {
    method: 'GET',
    path: `/2/users/${name}`,
    query: [['user.fields', 'profile_image_url,profile_banner_url']],
    timeoutMs: readTimeoutMs,
  });
  if (!answer.ok) return answer;
  const body = fieldsOf(jsonOf(answer.value.text));
  const user = userOfV2(answer.value.text);
  return user ? ok(personOf(user)) : failed(missing(body), answer.value);
};
