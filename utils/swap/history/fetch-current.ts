import { maxSavedBytes } from '../../domain/history-rules.ts';
import { addressesOfPicture } from '../../domain/image-urls/account-picture.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { SaveFailure } from '../../domain/saved-before.ts';
import { readBounded } from '../../platform/read-bounded.ts';
import { measurePicture, type MeasuredPicture } from './measure-picture.ts';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Why a picture could not be had. `status` is that of the last answer, where there was one. */
export interface FetchFailure {
  readonly why: SaveFailure;
  readonly status?: number;
}

export interface FetchedPicture extends MeasuredPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** X answers so for sizes and pictures it does not have (X docs, profile images, 2022). */
const notThere: ReadonlySet<number> = new Set([403, 404]);

/** Over the wire nothing but https; a server on this very machine may do without. */
const isFetchable = (address: string): boolean =>
  /^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(address);

const fetchOnce = async (
  fetch: Fetch,
  address: string,
  signal: AbortSignal,
): Promise<Result<FetchedPicture, FetchFailure>> => {
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
  const { status } = response;
  if (!response.ok) return err({ why: notThere.has(status) ? 'notFound' : 'refused', status });
  const bytes = await readBounded(response, maxSavedBytes);
  if (bytes === null) return err({ why: 'tooLarge', status });
  const measured = measurePicture(bytes);
  return measured ? ok({ ...measured, bytes }) : err({ why: 'notAnImage', status });
};

/**
 * An account's picture at the best size X has: the original, else 400 px, else as the user object names
 * it. Sends no cookies and no referrer; reads at most `maxSavedBytes`. Never rejects. Errors: any
 * `SaveFailure` but `notStored`; `timedOut` where `signal` aborted.
 */
export const fetchCurrentPicture = async (
  fetch: Fetch,
  pictureUrl: string,
  signal: AbortSignal,
): Promise<Result<FetchedPicture, FetchFailure>> => {
  if (!isFetchable(pictureUrl)) return err({ why: 'unreachable' });
  let failure: FetchFailure = { why: 'notFound' };
  for (const address of addressesOfPicture(pictureUrl)) {
    try {
      const fetched = await fetchOnce(fetch, address, signal);
      if (fetched.ok || fetched.error.why !== 'notFound') return fetched;
      failure = fetched.error;
    } catch {
      return err({ why: signal.aborted ? 'timedOut' : 'unreachable' });
    }
  }
  return err(failure);
};
