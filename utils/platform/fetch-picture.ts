import { sourceLimits } from '../domain/limits.ts';
import { addressesOfPicture } from '../domain/image-urls/account-picture.ts';

const timeoutMs = 20_000;

const fetchOnce = async (address: string, signal: AbortSignal): Promise<Blob | null> => {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const bytes = Number(response.headers.get('content-length') ?? 0);
    if (!response.ok || bytes > sourceLimits.maxFileBytes) return null;
    const blob = await response.blob();
    return blob.size > 0 ? blob : null;
  } catch {
    return null;
  }
};

/**
 * The bytes behind an image address, as far as the extension may fetch them: data addresses, hosts it
 * has permission for, and hosts that allow any origin. Of an X avatar or banner the best size is taken
 * that there is. Sends no cookies and no referrer. Null where it could not be had, or was stopped.
 */
export const fetchPicture = async (
  address: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<Blob | null> => {
  if (!/^(?:https?|data):/i.test(address)) return null;
  for (const each of addressesOfPicture(address)) {
    const picture = await fetchOnce(each, signal);
    if (picture) return picture;
  }
  return null;
};
