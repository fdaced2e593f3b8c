import type { ImageError } from '../../domain/image-errors.ts';
import { sourceLimits } from '../../domain/limits.ts';
import type { RasterFormat } from '../../domain/picture.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { type Sniffed, sniff } from './sniff.ts';

/** First look, and how much further each next one goes: camera files can hold megabytes of metadata. */
const firstLookBytes = 256 * 1024;
const widerBy = 16;

/** A blob's bytes, or null where they can no longer be had: its file was moved or unplugged. */
export const readBytes = async (blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> => {
  const buffer = await blob.arrayBuffer().catch(() => null);
  return buffer && new Uint8Array(buffer);
};

const sniffBlob = async (source: Blob): Promise<Sniffed | null> => {
  let lookBytes = firstLookBytes;
  for (;;) {
    const head = await readBytes(source.slice(0, lookBytes));
    if (head === null) return null;
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
 * than it takes. Errors: `emptyFile`, `unreadableFile`, `fileTooLarge`, `notAnImage`,
 * `unreadableFormat`, `tooManyPixels`, `decodeFailed` (the header makes no sense).
 */
export const inspectSource = async (
  source: Blob,
): Promise<Result<{ readonly format: RasterFormat }, ImageError>> => {
  const maxBytes = sourceLimits.maxFileBytes;
  if (source.size === 0) return err({ kind: 'emptyFile' });
  if (source.size > maxBytes) return err({ kind: 'fileTooLarge', bytes: source.size, maxBytes });
  const sniffed = await sniffBlob(source);
  if (sniffed === null) return err({ kind: 'unreadableFile' });
  if (sniffed.kind === 'unknown') return err({ kind: 'notAnImage' });
  if (sniffed.kind === 'unreadable') return err({ kind: 'unreadableFormat', format: sniffed.name });
  const { format, size } = sniffed;
  if (size.kind !== 'size') return err({ kind: 'decodeFailed', format });
  const tooLarge = ceilingError(size.widthPx, size.heightPx);
  return tooLarge === null ? ok({ format }) : err(tooLarge);
};
