import type { ImageError } from '../domain/image-errors.ts';
import type { Removable, SourceFormat } from '../domain/picture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { sourceMetadata } from './metadata/source-metadata.ts';
import { isCutOff } from './sniff/cut-off.ts';
import { ceilingError, readBytes } from './sniff/inspect-source.ts';

const mimeOf: Readonly<Record<SourceFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
};

/** A decoded picture, upright and in sRGB, whole. */
export interface Decoded {
  readonly bitmap: ImageBitmap;
  readonly format: SourceFormat;
  /** True where the file was stored upright for certain: its bitmap's memory is then as it is seen. */
  readonly isStoredUpright: boolean;
  readonly removed: readonly Removable[];
}

/** What the whole file's bytes say, read while the browser decodes it. */
const readWhole = async (source: Blob, format: SourceFormat) => {
  const bytes = await readBytes(source);
  return bytes && { isCutOff: isCutOff(bytes, format), ...sourceMetadata(bytes, format) };
};

/**
 * Decodes a whole picture, upright and in sRGB, by the browser. No crop and no resize options: with
 * them Chromium 156 gives the wrong area for EXIF orientations 6 and 8 (nodeca/pica #217) and a
 * coarse filter. Animations give their first frame, as X shows them. A file that ends too early is
 * refused, though Firefox would show a part of it. Errors: `decodeFailed`,
 * `tooManyPixels`, `unreadableFile`.
 */
export const decodeSource = async (
  source: Blob,
  format: SourceFormat,
): Promise<Result<Decoded, ImageError>> => {
  // Some decoders go by the declared type, which may lie; the content does not.
  const typed = source.slice(0, source.size, mimeOf[format]);
  const [bitmap, whole] = await Promise.all([
    createImageBitmap(typed).catch(() => null),
    readWhole(source, format),
  ]);
  if (whole === null || bitmap === null) {
    bitmap?.close();
    return err(whole === null ? { kind: 'unreadableFile' } : { kind: 'decodeFailed', format });
  }
  const tooLarge = ceilingError(bitmap.width, bitmap.height);
  if (tooLarge === null && !whole.isCutOff) {
    const { removed, orientation } = whole;
    return ok({ bitmap, format, removed, isStoredUpright: orientation === 1 });
  }
  bitmap.close();
  return err(tooLarge ?? { kind: 'decodeFailed', format });
};
