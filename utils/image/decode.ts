import type { ImageError } from '../domain/image-errors.ts';
import type { RasterFormat, Removable, SourceFormat } from '../domain/picture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { decodeBitmap, mimeOf } from './decode-bitmap.ts';
import { sourceMetadata } from './metadata/source-metadata.ts';
import { mayBeAnimated } from './stills/is-animated.ts';
import { openStills, type Stills } from './stills/stills.ts';
import { isCutOff } from './sniff/cut-off.ts';
import { ceilingError, readBytes } from './sniff/inspect-source.ts';

/** A decoded picture, upright and in sRGB, whole. */
export interface Decoded {
  readonly bitmap: ImageBitmap;
  readonly format: SourceFormat;
  readonly removed: readonly Removable[];
  /** The stills of an animation; null where there are not several or they cannot be had. */
  readonly stills: Stills | null;
}

/** What the whole file's bytes say, read while the browser decodes it. */
const readWhole = async (bytes: Uint8Array<ArrayBuffer> | null, format: RasterFormat) => {
  if (bytes === null) return null;
  const removed = sourceMetadata(bytes, format);
  const cutOff = isCutOff(bytes, format);
  const isAnimated = !cutOff && mayBeAnimated(bytes, format);
  const stills = isAnimated ? await openStills(bytes.buffer, mimeOf[format]) : null;
  return { isCutOff: cutOff, stills, removed };
};

/**
 * Decodes a whole picture, upright and in sRGB, by the browser. Animations give their first frame, as
 * X shows them. A file that ends too early is refused, though Firefox would show a part of it. Errors:
 * `decodeFailed`, `tooManyPixels`, `unreadableFile`.
 */
export const decodeSource = async (
  source: Blob,
  format: RasterFormat,
): Promise<Result<Decoded, ImageError>> => {
  const bytes = readBytes(source);
  const [bitmap, whole] = await Promise.all([
    decodeBitmap(source, bytes, format),
    bytes.then((all) => readWhole(all, format)),
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
