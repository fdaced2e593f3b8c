import type { User } from '../../api/user.ts';
import { shownOf } from '../picture-call.ts';
import { findByKey } from '../../domain/history-rules.ts';
import type { PictureKind } from '../../domain/picture.ts';
import type { SavedBefore } from '../../domain/saved-before.ts';
import type { SwapJob } from '../../domain/swap-job.ts';
import { keepPicture, listHistory } from '../../platform/history-store.ts';
import { updateJob } from '../../platform/job-store.ts';
import { fetchCurrentPicture } from './fetch-current.ts';
import { sha256Of } from './measure-picture.ts';

/** Fetching the picture before may hold a swap up for this long, and no longer. */
const patienceMs = 8_000;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The default picture lies on a host of its own (X docs, profile images, 2022); of banners there is none. */
const hasNothing = (user: User, kind: PictureKind): boolean =>
  kind === 'banner'
    ? user.bannerUrl === null
    : user.pictureKey === null &&
      (user.hasDefaultPicture || user.pictureUrl.includes('/default_profile_images/'));

const save = async (
  { accountId, handle, kind }: SwapJob,
  user: User,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<SavedBefore> => {
  const { key: pictureKey, url } = shownOf(user, kind);
  const known = pictureKey && findByKey(await listHistory(), { accountId, kind }, pictureKey);
  // Shown under this very key before: nothing to fetch, and no second copy.
  if (known) return { kind: 'saved', historyId: known.id };
  const fetched = await fetchCurrentPicture(fetch, url, signal);
  if (!fetched.ok) return { kind: 'failed', ...fetched.error };
  const { bytes, mime, widthPx, heightPx } = fetched.value;
  const historyId = await keepPicture({
    accountId,
    handle,
    kind,
    source: 'saved',
    mime,
    widthPx,
    heightPx,
    bytes: bytes.length,
    sha256: await sha256Of(bytes),
    pictureKey,
    blob: new Blob([bytes], { type: mime }),
  });
  return { kind: 'saved', historyId };
};

const outcome = async (
  job: SwapJob,
  user: User,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<SavedBefore> => {
  if (job.isPrivate) return { kind: 'private' };
  if (hasNothing(user, job.kind)) return { kind: 'none' };
  try {
    return await save(job, user, fetch, signal);
  } catch {
    return { kind: 'failed', why: 'notStored' };
  }
};

/**
 * Saves the picture an account shows before a swap replaces it, and notes on the job what came of it, so
 * that the swap can be taken back. Takes 8 s at most, never rejects and never stops a swap. Nothing is
 * kept for a private job.
 */
export const saveBefore = async (
  fetch: Fetch,
  job: SwapJob,
  user: User,
  stop: AbortSignal,
): Promise<void> => {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]);
  const before = await outcome(job, user, fetch, signal);
  await updateJob(job.id, (now) => ({ ...now, before })).catch(() => null);
};
