import type { ImageError } from '../../domain/image-errors.ts';
import { sourceLimits } from '../../domain/limits.ts';
import type { SourceFormat } from '../../domain/picture.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { type Sniffed, sniff } from './sniff.ts';

/** First look, and how much further each next one goes: camera files can hold megabytes of metadata. */
const firstLookBytes = 256 * 1024;
const widerBy = 16;

const sniffBlob = async (source: Blob): Promise<Sniffed> => {
  let lookBytes = firstLookBytes;
  for (;;) {
    const head = new Uint8Array(await source.slice(0, lookBytes).arrayBuffer());
    const sniffed = sniff(head);
    const isShort = sniffed.kind === 'picture' && sniffed.size.kind === 'needsMore';
    if (!isShort || lookBytes >= source.size) return sniffed;
    lookBytes *= widerBy;
  }
};

/** The error for a picture past the ceilings, or null where it is within them. Sizes in pixels. */
export const ceilingError = (widthPx: number, heightPx: number): ImageError | null => {
  const { maxPixels, maxEdgePx } = sourceLimits;
  const isWithin = Math.max(widthPx, heightPx) <= maxEdgePx && widthPx * heightPx <= maxPixels;
  return isWithin ? null : { kind: 'tooManyPixels', widthPx, heightPx, maxPixels, maxEdgePx };
};

/**
 * Tells a file's format by its content and refuses what must not reach a decoder, reading no more
 * than it takes. Errors: `emptyFile`, `fileTooLarge`, `notAnImage`, `unreadableFormat`,
 * `tooManyPixels`, `decodeFailed` (the header makes no sense).
 */
export const inspectSource = async (
  source: Blob,
): Promise<Result<{ readonly format: SourceFormat }, ImageError>> => {
  const maxBytes = sourceLimits.maxFileBytes;
  if (source.size === 0) return err({ kind: 'emptyFile' });
  if (source.size > maxBytes) return err({ kind: 'fileTooLarge', bytes: source.size, maxBytes });
  const sniffed = await sniffBlob(source);
  if (sniffed.kind === 'unknown') return err({ kind: 'notAnImage' });
  if (sniffed.kind === 'unreadable') return err({ kind: 'unreadableFormat', format: sniffed.name });
  const { format, size } = sniffed;
  if (size.kind !== 'size') return err({ kind: 'decodeFailed', format });
  const tooLarge = ceilingError(size.widthPx, size.heightPx);
  return tooLarge === null ? ok({ format }) : err(tooLarge);
};
