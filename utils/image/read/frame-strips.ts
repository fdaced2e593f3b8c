import type { StripReader } from './strip-reader.ts';

/**
 * Firefox ESR 153 turns the whole frame into bytes again for every strip asked for (seen 2026-11-21:
 * 200 ms a strip at 48 megapixels), so it is read through a canvas.
 */
const copiesWholeFrames = (): boolean => navigator.userAgent.includes('Firefox/');

const orders: readonly (string | null)[] = ['BGRX', 'BGRA', 'RGBX', 'RGBA'];

/** A frame over the same memory as the bitmap, or null where there is no such thing. */
const frameOf = (bitmap: ImageBitmap): VideoFrame | null => {
  if (typeof VideoFrame === 'undefined' || copiesWholeFrames()) return null;
  try {
    return new VideoFrame(bitmap, { timestamp: 0, alpha: 'discard' });
  } catch {
    return null;
  }
};

/**
 * True where the values mean sRGB as they stand. Copying converts nothing: a Display P3 photo would
 * keep its numbers and lose its colours (Chromium 156: 34 dB in place of 64).
 */
const isSrgb = ({ primaries, transfer }: VideoColorSpace): boolean =>
  primaries === 'bt709' && transfer === 'iec61966-2-1';

/**
 * Reads an opaque picture as plain memory, about ten times as fast as through a canvas (Chromium 156:
 * 30 ms against 300 for 36 megapixels), with the same values. Only for files stored upright: Chromium
 * keeps a bitmap's memory as stored and turns it when drawing. Null where it cannot be done.
 */
export const frameStrips = (
  bitmap: ImageBitmap,
  columns: { readonly left: number; readonly width: number },
  maxRows: number,
): StripReader | null => {
  const frame = frameOf(bitmap);
  const isPlain =
    frame !== null &&
    orders.includes(frame.format) &&
    isSrgb(frame.colorSpace) &&
    frame.codedWidth === bitmap.width &&
    frame.codedHeight === bitmap.height;
  if (!isPlain) {
    frame?.close();
    return null;
  }
  const { left: x, width } = columns;
  const pixels = new Uint8ClampedArray(width * maxRows * 4);
  return {
    isBlueFirst: frame.format?.startsWith('B') === true,
    async read(top, rows) {
      await frame.copyTo(pixels, {
        rect: { x, y: top, width, height: rows },
        layout: [{ offset: 0, stride: 4 * width }],
      });
      return pixels;
    },
    close() {
      frame.close();
    },
  };
};
