import type { User } from '../../api/user.ts';
import type { SwapJob } from '../../domain/swap-job.ts';
import { findBlob } from '../../platform/blob-store.ts';
import { findHistoryEntry } from '../../platform/history-store.ts';
import { shownOf } from '../picture-call.ts';
import { fetchCurrentPicture } from './fetch-current.ts';
import { sha256Of } from './measure-picture.ts';

/** Looking at the picture itself may take this long; then its address has to do. */
const patienceMs = 8_000;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const hashOfSent = async ({ blobKey }: SwapJob): Promise<string | null> => {
  const sent = await findBlob(blobKey);
  return sent && sha256Of(new Uint8Array(await sent.arrayBuffer()));
};

const compare = async (
  fetch: Fetch,
  job: SwapJob,
  user: User,
  signal: AbortSignal,
): Promise<boolean> => {
  if (job.isRemoval) return false;
  const before = job.before?.kind === 'saved' ? await findHistoryEntry(job.before.historyId) : null;
  // The same picture once more would look the same before and after.
  if (!before?.sha256 || before.sha256 === (await hashOfSent(job))) return false;
  const shown = await fetchCurrentPicture(fetch, shownOf(user, job.kind).url, signal);
  return shown.ok && (await sha256Of(shown.value.bytes)) === before.sha256;
};

/**
 * Whether an account still shows, byte for byte, the picture that was saved before a swap, though its
 * address is another one: an address alone proves little. False where nothing was saved or the picture
 * cannot be fetched within 8 s. Never rejects.
 */
export const showsPictureBefore = (
  fetch: Fetch,
  job: SwapJob,
  user: User,
  stop: AbortSignal,
): Promise<boolean> => {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]);
  return compare(fetch, job, user, signal).catch(() => false);
};
