import type { ImageError } from '../domain/image-errors.ts';
import type { RasterFormat, Removable, SourceFormat } from '../domain/picture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { sourceMetadata } from './metadata/source-metadata.ts';
import { mayBeAnimated } from './stills/is-animated.ts';
import { openStills, type Stills } from './stills/stills.ts';
import { isCutOff } from './sniff/cut-off.ts';
import { ceilingError, readBytes } from './sniff/inspect-source.ts';

const mimeOf: Readonly<Record<RasterFormat, string>> = {
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
  readonly removed: readonly Removable[];
  /** The stills of an animation; null where there are not several or they cannot be had. */
  readonly stills: Stills | null;
}

/** What the whole file's bytes say, read while the browser decodes it. */
const readWhole = async (source: Blob, format: RasterFormat) => {
  const bytes = await readBytes(source);
  if (bytes === null) return null;
  const removed = sourceMetadata(bytes, format);
  const cutOff = isCutOff(bytes, format);
  const isAnimated = !cutOff && mayBeAnimated(bytes, format);
  const stills = isAnimated ? await openStills(bytes.buffer, mimeOf[format]) : null;
  return { isCutOff: cutOff, stills, removed };
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
  format: RasterFormat,
): Promise<Result<Decoded, ImageError>> => {
  // Some decoders go by the declared type, which may lie; the content does not.
  const typed = source.slice(0, source.size, mimeOf[format]);
  const [bitmap, whole] = await Promise.all([
    createImageBitmap(typed).catch(() => null),
    readWhole(source, format),
  ]);
  if (whole === null || bitmap === null) {
    bitmap?.close();
    whole?.stills?.close();
    return err(whole === null ? { kind: 'unreadableFile' } : { kind: 'decodeFailed', format });
  }
  const tooLarge = ceilingError(bitmap.width, bitmap.height);
  if (tooLarge === null && !whole.isCutOff) {
    const { removed, stills } = whole;
    return ok({ bitmap, format, removed, stills });
  }
  bitmap.close();
  whole.stills?.close();
  return err(tooLarge ?? { kind: 'decodeFailed', format });
};
