import type { ApiError } from '../domain/api-error.ts';
import { bannerKeyOf } from '../domain/image-urls/account-picture.ts';
import type { BannerRegion } from '../domain/banner-region.ts';
import { longestUploadMs } from '../domain/limits.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { ask, type Caller, readTimeoutMs } from './endpoints.ts';
import { jsonOf, type RawAnswer } from './errors.ts';
import { fieldsOf } from './fields.ts';
import type { Pairs } from './percent-encode.ts';

const regionPairs = (region: BannerRegion | undefined): Pairs =>
  region
    ? [
        ['width', String(region.widthPx)],
        ['height', String(region.heightPx)],
        ['offset_left', String(region.leftPx)],
        ['offset_top', String(region.topPx)],
      ]
    : [];

const nothing = (answer: Result<RawAnswer, ApiError>): Result<null, ApiError> =>
  answer.ok ? ok(null) : answer;

/** The banner call says 400 for a picture that is missing or cannot be read (X docs, 2018). */
const unreadable = (answer: Result<null, ApiError>): Result<null, ApiError> =>
  !answer.ok && answer.error.kind === 'badRequest' && answer.error.status === 400
    ? err({ ...answer.error, kind: 'imageUnreadable' })
    : answer;

/**
 * POST account/update_profile_banner with the file's raw bytes as multipart part `banner` (X docs, 2018).
 * 200, 201 and 202 are success, seen without a body (recorded 2019); X works on it after answering.
 * With a `region` X cuts that part out itself. Errors: any `ApiError`; `imageUnreadable` (400),
 * `imageTooLarge` (422) and `formatRefused` (code 211) for what X cannot use.
 */
export const updateProfileBanner = async (
  caller: Caller,
  banner: Blob,
  region?: BannerRegion,
): Promise<Result<null, ApiError>> =>
  unreadable(
    nothing(
      await ask(caller, {
        method: 'POST',
        path: '/1.1/account/update_profile_banner.json',
        query: regionPairs(region),
        file: { part: 'banner', blob: banner, name: 'banner' },
        timeoutMs: longestUploadMs,
      }),
    ),
  );

/** POST account/remove_profile_banner: takes the banner away (X docs, 2018). Errors: any `ApiError`. */
export const removeProfileBanner = async (caller: Caller): Promise<Result<null, ApiError>> =>
  nothing(
    await ask(caller, {
      method: 'POST',
      path: '/1.1/account/remove_profile_banner.json',
      timeoutMs: readTimeoutMs,
    }),
  );

const keysOfSizes = (text: string): readonly string[] =>
  Object.values(fieldsOf(fieldsOf(jsonOf(text))['sizes']))
    .map((size) => fieldsOf(size)['url'])
    .map((url) => (typeof url === 'string' ? bannerKeyOf(url) : null))
    .filter((key) => key !== null);

/**
 * GET users/profile_banner: the keys (`<user id>/<upload second>`) under which the sizes of a user's
 * banner stand, one for each size (X docs, 2018). Errors: any `ApiError`; `notFound` or `endpointGone`
 * where there is no banner (404), `accessTooLow` where the plan does not include it.
 */
export const bannerSizeKeys = async (
  caller: Caller,
  userId: string,
): Promise<Result<readonly string[], ApiError>> => {
  const answer = await ask(caller, {
    method: 'GET',
    path: '/1.1/users/profile_banner.json',
    query: [['user_id', userId]],
    timeoutMs: readTimeoutMs,
  });
  return answer.ok ? ok(keysOfSizes(answer.value.text)) : answer;
};
