import {
  bannerSizeKeys,
  removeProfileBanner,
  updateProfileBanner,
} from '../api/banner-endpoints.ts';
import { updateProfileImage, type Caller } from '../api/endpoints.ts';
import type { User } from '../api/user.ts';
import type { ApiError } from '../domain/api-error.ts';
import { bannerKeyOf } from '../domain/image-urls/account-picture.ts';
import type { PictureKind } from '../domain/picture.ts';
import type { Result } from '../domain/result.ts';
import type { SwapJob } from '../domain/swap-job.ts';

/** What a user object shows of a kind of picture: its address, empty for none, and its key. */
export const shownOf = (
  user: User,
  kind: PictureKind,
): { readonly url: string; readonly key: string | null } =>
  kind === 'avatar'
    ? { url: user.pictureUrl, key: user.pictureKey }
    : { url: user.bannerUrl ?? '', key: user.bannerKey };

/**
 * Makes the call that a job is about: an upload, or the removal of a banner, which needs no file.
 * Errors: any `ApiError`.
 */
export const upload = (
  caller: Caller,
  { kind, region, isRemoval }: SwapJob,
  file: Blob | null,
): Promise<Result<unknown, ApiError>> => {
  if (isRemoval) return removeProfileBanner(caller);
  if (!file) throw new Error('a swap without a file');
  return kind === 'avatar'
    ? updateProfileImage(caller, file)
    : updateProfileBanner(caller, file, region);
};

/** X works on a banner's sizes after naming it: they have to be those of the same upload. */
const hasItsSizes = async (caller: Caller, user: User): Promise<boolean> => {
  const key = user.bannerUrl === null ? null : bannerKeyOf(user.bannerUrl);
  // Another server's banner has no sizes to ask for.
  if (key === null) return true;
  const keys = await bannerSizeKeys(caller, user.id);
  // Many keys may not read this; then the user object's word is all there is.
  if (!keys.ok || keys.value.length === 0) return true;
  return keys.value.every((each) => each === key);
};

/** Whether the user object shows what a job was to bring about; for a banner with all of its sizes. */
export const isShown = async (caller: Caller, job: SwapJob, now: User): Promise<boolean> => {
  const { key } = shownOf(now, job.kind);
  if (job.isRemoval) return key === null;
  if (key === null || key === job.previousKey) return false;
  return job.kind === 'avatar' || (await hasItsSizes(caller, now));
};
