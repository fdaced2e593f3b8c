import type { ResamplePlan } from '../resample/plan.ts';
import type { Resampler } from '../resample/resampler.ts';
import type { PixelSource, StripReader } from './pixel-source.ts';

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
 * Feeds a source's planned area to a resampler, strip by strip. False when `isStale` turned true on
 * the way.
 */
export const readStrips = async (
  source: PixelSource,
  plan: ResamplePlan,
  resampler: Resampler,
  isStale: () => boolean,
): Promise<boolean> => {
  // Whole boxes at a time, which lets their rows be summed together.
  const stripRows = Math.min(
    plan.height,
    Math.ceil(aboutStripRows / plan.boxHeight) * plan.boxHeight,
  );
  const reader = source.strips(plan, stripRows);
  try {
    return await feed(reader, { ...plan, stripRows }, resampler, isStale);
  } finally {
    reader.close();
  }
};
