import { canvasSource } from './canvas-source.ts';
import { frameSource, sourceOfFrame } from './frame-source.ts';
import type { PixelSource } from './pixel-source.ts';

/** A picture's pixels by the fastest way that gives them unchanged. The caller's to close. */
export const openPixels = (bitmap: ImageBitmap, hasAlpha: boolean): PixelSource =>
  (hasAlpha ? null : frameSource(bitmap)) ?? canvasSource(bitmap, hasAlpha);

/** The same pixels in another worker, from what `share` gave. Closing the source closes them. */
export const sourceOfShared = (
  pixels: VideoFrame | ImageBitmap,
  hasAlpha: boolean,
): PixelSource => {
  if (pixels instanceof ImageBitmap) {
    return { ...canvasSource(pixels, hasAlpha), close: () => pixels.close() };
  }
  return sourceOfFrame(pixels);
};
