import { upright } from '../resample/orient.ts';
import type { Area, SharedPixels } from '../strips/messages.ts';
import type { PixelSource } from './pixel-source.ts';

/**
 * Firefox gives a part of a bitmap, and hands it to another worker, in no time and without a copy (ESR
 * 153, measured 2026-11-21); Chromium copies it.
 */
const sharesBitmaps = (): boolean => navigator.userAgent.includes('Firefox/');

const shareOf =
  (bitmap: ImageBitmap) =>
  async <A extends Area>(area: A): Promise<SharedPixels<A>> => {
    const { left, top, width, height } = area;
    const pixels = await createImageBitmap(bitmap, left, top, width, height);
    return { pixels, area: { ...area, left: 0, top: 0 } };
  };

/** Reads through a canvas, as every browser can. */
export const canvasSource = (bitmap: ImageBitmap, hasAlpha: boolean): PixelSource => ({
  widthPx: bitmap.width,
  heightPx: bitmap.height,
  turn: upright,
  isBlueFirst: false,
  ...(!hasAlpha && sharesBitmaps() && { share: shareOf(bitmap) }),
  strips({ left, width }, maxRows) {
    const canvas = new OffscreenCanvas(width, maxRows);
    const context = canvas.getContext('2d', { willReadFrequently: true, alpha: hasAlpha });
    if (context === null) throw new Error('no 2d context');
    // Pixels go over as they are. Firefox takes a far slower way where it might have to smooth.
    context.imageSmoothingEnabled = false;
    return {
      async read(top, rows) {
        // What was drawn before would shine through; clearing is cheaper than another way of mixing.
        if (hasAlpha) context.clearRect(0, 0, width, rows);
        context.drawImage(bitmap, -left, -top);
        return context.getImageData(0, 0, width, rows).data;
      },
      close() {
        canvas.width = 0;
      },
    };
  },
  close() {},
});
