import type { RasterFormat } from '../domain/picture.ts';
import { isPngDataSound } from './sniff/png-data.ts';

/** The type to declare for a format: some decoders go by it, though content is what counts. */
export const mimeOf: Readonly<Record<RasterFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
};

/**
 * Firefox ESR 153 decodes a blob on the page's own thread even for a worker: 48 megapixels stop the
 * page for 415 ms. Its ImageDecoder works apart and gives the same pixels (118 test files of all
 * formats, colour profiles and orientations, 2026-11-21). Chromium decodes blobs apart anyway.
 */
const stopsThePage = (): boolean =>
  navigator.userAgent.includes('Firefox/') && typeof ImageDecoder !== 'undefined';

/**
 * Firefox's ImageDecoder shows what it can of a PNG whose data is damaged, where createImageBitmap
 * refuses; animations are rare and small.
 */
const mayUseDecoder = async (bytes: Uint8Array<ArrayBuffer>, format: RasterFormat) =>
  format === 'png' ? isPngDataSound(bytes) : format !== 'gif';

const byDecoder = async (
  data: Uint8Array<ArrayBuffer>,
  type: string,
): Promise<ImageBitmap | null> => {
  const decoder = new ImageDecoder({ data, type });
  try {
    const { image } = await decoder.decode({ frameIndex: 0, completeFramesOnly: true });
    return await createImageBitmap(image).finally(() => image.close());
  } catch {
    return null;
  } finally {
    decoder.close();
  }
};

/**
 * Decodes a whole picture's first frame, upright and in sRGB; null where the browser cannot. `bytes`
 * are the file's own, null where they could not be read. No crop and no resize options: with them
 * Chromium 156 gives the wrong area for EXIF orientations 6 and 8 (nodeca/pica #217) and a coarse
 * filter.
 */
export const decodeBitmap = async (
  source: Blob,
  bytes: Promise<Uint8Array<ArrayBuffer> | null>,
  format: RasterFormat,
): Promise<ImageBitmap | null> => {
  if (stopsThePage()) {
    const data = await bytes;
    if (data === null) return null;
    if (await mayUseDecoder(data, format)) return byDecoder(data, mimeOf[format]);
  }
  const typed = source.slice(0, source.size, mimeOf[format]);
  return createImageBitmap(typed).catch(() => null);
};
