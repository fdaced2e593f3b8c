import imageCompression from 'browser-image-compression';
import { bmpFile } from './bmp-file.ts';

/**
 * Encodes opaque RGBA pixels as the best JPEG of at most `quality` (0 to 1) that stays within
 * `maxBytes`, by browser-image-compression. It is given an uncompressed file of the exact pixels, never the
 * person's own: its EXIF reader hangs for ever on some files that browsers show, and it would scale,
 * or re-encode ten times whatever it finds larger than its input. It does not say when it misses
 * the limit, so callers check the bytes. Rejects where the browser cannot encode.
 */
export const encodeJpeg = async (
  pixels: Uint8ClampedArray,
  widthPx: number,
  heightPx: number,
  { maxBytes, quality }: { readonly maxBytes: number; readonly quality: number },
): Promise<Uint8Array<ArrayBuffer>> => {
  const file = await imageCompression(bmpFile(pixels, widthPx, heightPx), {
    fileType: 'image/jpeg',
    initialQuality: quality,
    alwaysKeepResolution: true,
    // Its "MB" are 1,048,576 bytes.
    maxSizeMB: maxBytes / 2 ** 20,
    maxIteration: 30,
    // Any value keeps it from reading EXIF; 1 is upright.
    exifOrientation: 1,
    // Its own worker would load code from another server; this already runs in a worker.
    useWebWorker: false,
  });
  return new Uint8Array(await file.arrayBuffer());
};
