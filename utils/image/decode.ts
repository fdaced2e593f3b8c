import type { ImageError } from '../domain/image-errors.ts';
import type { SourceFormat } from '../domain/picture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { ceilingError } from './sniff/inspect-source.ts';

const mimeOf: Readonly<Record<SourceFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
};

/**
 * Decodes a whole picture, upright and in sRGB, by the browser. No crop and no resize options: with
 * them Chromium 156 gives the wrong area for EXIF orientations 6 and 8 (nodeca/pica #217) and a
 * coarse filter. Animations give their first frame, as X shows them. Errors: `decodeFailed`,
 * `tooManyPixels`.
 */
export const decodeSource = async (
  source: Blob,
  format: SourceFormat,
): Promise<Result<ImageBitmap, ImageError>> => {
  // Some decoders go by the declared type, which may lie; the content does not.
  const typed = source.slice(0, source.size, mimeOf[format]);
  const bitmap = await createImageBitmap(typed).catch(() => null);
  if (bitmap === null) return err({ kind: 'decodeFailed', format });
  const tooLarge = ceilingError(bitmap.width, bitmap.height);
  if (tooLarge === null) return ok(bitmap);
  bitmap.close();
  return err(tooLarge);
};
