import type { ResamplePlan } from '../resample/plan.ts';
import type { Resampler } from '../resample/resampler.ts';
import { canvasStrips } from './canvas-strips.ts';
import { frameStrips } from './frame-strips.ts';
import type { StripReader } from './strip-reader.ts';

/** Rows read at a time: a strip of a large photo then stays in the processor's cache. */
const aboutStripRows = 64;
/** How many rows are worked on before messages that wait, such as a newer frame, are looked at. */
const rowsPerBreath = 256;

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

const feed = async (
  reader: StripReader,
  { top, height, stripRows }: ResamplePlan & { readonly stripRows: number },
  resampler: Resampler,
  isStale: () => boolean,
): Promise<boolean> => {
  let breathAtRow = rowsPerBreath;
  for (let row = 0; row < height; row += stripRows) {
    const rows = Math.min(stripRows, height - row);
    resampler.pushRows(await reader.read(top + row, rows), rows);
    if (row < breathAtRow) continue;
    breathAtRow = row + rowsPerBreath;
    await breathe();
    if (isStale()) return false;
  }
  return true;
};

/**
 * Feeds a picture's planned area to a resampler, strip by strip. Gives the order of the bytes it fed,
 * or null when `isStale` turned true on the way.
 */
export const readStrips = async (
  picture: {
    readonly bitmap: ImageBitmap;
    readonly hasAlpha: boolean;
    readonly isStoredUpright: boolean;
  },
  plan: ResamplePlan,
  resampler: Resampler,
  isStale: () => boolean,
): Promise<{ readonly isBlueFirst: boolean } | null> => {
  // Whole boxes at a time, which lets their rows be summed together.
  const stripRows = Math.min(
    plan.height,
    Math.ceil(aboutStripRows / plan.boxHeight) * plan.boxHeight,
  );
  const { bitmap, hasAlpha, isStoredUpright } = picture;
  const isPlain = isStoredUpright && !hasAlpha;
  const reader =
    (!isPlain ? null : frameStrips(bitmap, plan, stripRows)) ??
    canvasStrips(bitmap, plan, stripRows, hasAlpha);
  try {
    const isWhole = await feed(reader, { ...plan, stripRows }, resampler, isStale);
    return isWhole ? { isBlueFirst: reader.isBlueFirst } : null;
  } finally {
    reader.close();
  }
};
