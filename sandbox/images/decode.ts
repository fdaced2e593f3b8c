import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { PictureMime } from '../world-types.ts';
import { sniffMime } from './sniff.ts';

export interface DecodedImage {
  bytes: Uint8Array;
  mime: PictureMime;
  /** As stored: EXIF orientation is not applied. */
  widthPx: number;
  heightPx: number;
  sha256: string;
}

/**
 * Only the first page is read (X keeps the first frame of an animation). Truncated and damaged
 * files are refused; a decoder's mere warnings are not.
 *
 * Orientation tags are ignored on purpose. Nothing says that X honours them, and a sandbox that
 * turned pictures upright by itself would hide a client that forgot to.
 */
export function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { pages: 1, failOn: 'error', limitInputPixels: 8192 * 8192 * 2 });
}

/** undefined: not an image that can be read to its last line. */
export async function decode(bytes: Uint8Array): Promise<DecodedImage | undefined> {
  const mime = sniffMime(bytes);
  if (!mime) return undefined;
  try {
    // stats() runs through every pixel; metadata() alone would accept a header without a body.
    const { width, height } = await open(bytes).metadata();
    await open(bytes).stats();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, mime, widthPx: width, heightPx: height, sha256 };
  } catch {
    return undefined;
  }
}

/** Writes a picture in the format it came in, without metadata. */
export function encodeAs(image: Sharp, mime: PictureMime): Promise<Buffer> {
  if (mime === 'image/jpeg') return image.jpeg({ quality: 85 }).toBuffer();
  if (mime === 'image/gif') return image.gif().toBuffer();
  return image.png().toBuffer();
}
