import { maxSavedBytes } from '../domain/history-rules.ts';
import { imageAddress, parseImageUrl } from '../domain/image-urls/image-urls.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { SizeFailure } from '../domain/size-failure.ts';
import { sniff } from '../image/sniff/sniff.ts';
import { readBounded } from '../platform/read-bounded.ts';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A picture as X sent it, with what its own bytes say of it. */
export interface SizeFile {
  readonly blob: Blob;
  readonly mime: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

const timeoutMs = 20_000;

/** X answers so for sizes and pictures it does not have (X docs, profile images, 2024). */
const notThere: ReadonlySet<number> = new Set([403, 404]);

const measured = (bytes: Uint8Array<ArrayBuffer>): Result<SizeFile, SizeFailure> => {
  const found = sniff(bytes);
  if (found.kind !== 'picture' || found.size.kind !== 'size') return err({ kind: 'notAnImage' });
  const mime = `image/${found.format}`;
  const { widthPx, heightPx } = found.size;
  return ok({ blob: new Blob([bytes], { type: mime }), mime, widthPx, heightPx });
};

/**
 * One size of a picture of X, measured by its bytes. Old hosts are swapped for today's, other addresses are
 * not asked for; redirects are refused, so that nothing else is ever reached. Sends no cookies and no
 * referrer; reads at most `maxSavedBytes`. Never rejects. Errors: any `SizeFailure`; `unreachable` also
 * where `signal` aborted.
 */
export const fetchSize = async (
  fetch: Fetch,
  address: string,
  signal: AbortSignal,
): Promise<Result<SizeFile, SizeFailure>> => {
  const url = parseImageUrl(address);
  if (!url) return err({ kind: 'unreachable' });
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(imageAddress(url), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      // X lets pictures be kept for a week: what is gone by now must not come from the browser's own store.
      cache: 'no-store',
      signal: AbortSignal.any([signal, timeout]),
    });
    const { status } = response;
    if (!response.ok) return err({ kind: notThere.has(status) ? 'gone' : 'refused', status });
    const bytes = await readBounded(response, maxSavedBytes);
    return bytes === null ? err({ kind: 'tooLarge' }) : measured(bytes);
  } catch {
    return err({ kind: timeout.aborted && !signal.aborted ? 'timedOut' : 'unreachable' });
  }
};
