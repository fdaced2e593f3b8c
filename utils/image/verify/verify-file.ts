import type { ImageError } from '../../domain/image-errors.ts';
import type { PreparedFacts } from '../../domain/picture.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { cleanJpeg } from './jpeg-file.ts';
import { cleanPng } from './png-file.ts';

/** A file that was read back and holds nothing but its pixels. */
export interface VerifiedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly quality: number | null;
}

/**
 * Proves on a file's own bytes that it is complete, of the format and size meant, under the limit,
 * and free of metadata; what an encoder added is taken out. Errors: `encodeFailed`, `overByteLimit`.
 */
export const verifyFile = (
  bytes: Uint8Array<ArrayBuffer>,
  expected: {
    readonly mime: PreparedFacts['mime'];
    readonly widthPx: number;
    readonly heightPx: number;
    readonly maxBytes: number;
  },
): Result<VerifiedFile, ImageError> => {
  const isJpeg = expected.mime === 'image/jpeg';
  const jpeg = isJpeg ? cleanJpeg(bytes) : null;
  const clean = isJpeg ? jpeg : cleanPng(bytes);
  if (clean === null || clean.size.kind !== 'size') return err({ kind: 'encodeFailed' });
  const { widthPx, heightPx } = clean.size;
  if (widthPx !== expected.widthPx || heightPx !== expected.heightPx) {
    return err({ kind: 'encodeFailed' });
  }
  const { maxBytes } = expected;
  if (clean.bytes.length > maxBytes) {
    return err({ kind: 'overByteLimit', bytes: clean.bytes.length, maxBytes });
  }
  return ok({ bytes: clean.bytes, quality: jpeg?.quality ?? null });
};
