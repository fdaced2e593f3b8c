import type { ResamplePlan } from './resample/plan.ts';
import type { Resampler } from './resample/resampler.ts';

/** Rows read back at a time: small enough to stop soon after a newer frame is asked for. */
const stripRows = 256;

/** Lets messages that wait be handled. A timer would be held back to 4 ms after a few rounds. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const handled = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', handled, { once: true });
    port1.start();
    port2.postMessage(null);
  });

/**
 * Feeds a picture's planned area to a resampler, strip by strip, so that no second full-size copy is
 * made. False when `isStale` turned true on the way.
 */
export const readStrips = async (
  bitmap: ImageBitmap,
  plan: ResamplePlan,
  resampler: Resampler,
  isStale: () => boolean,
): Promise<boolean> => {
  const { left, top, width, height } = plan;
  const canvas = new OffscreenCanvas(width, Math.min(stripRows, height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  context.globalCompositeOperation = 'copy';
  for (let row = 0; row < height; row += stripRows) {
    const rows = Math.min(stripRows, height - row);
    context.drawImage(bitmap, left, top + row, width, rows, 0, 0, width, rows);
    resampler.pushRows(context.getImageData(0, 0, width, rows).data, rows);
    await breathe();
    if (isStale()) return false;
  }
  return true;
};
