import type { ResamplePlan } from '../resample/plan.ts';
import type { Resampler } from '../resample/resampler.ts';
import type { PixelSource, StripReader } from './pixel-source.ts';

/** Rows read at a time: a strip of a large photo then stays in the processor's cache. */
const aboutStripRows = 64;
/** How many rows are worked on before messages that wait, such as a newer frame, are looked at. */
const rowsPerBreath = 256;

/** Made once: there is a pause for every few strips. */
let channel: MessageChannel | null = null;
const breathing: (() => void)[] = [];

/** Lets messages that wait be handled. A timer would be held back to 4 ms after a few rounds. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    if (channel === null) {
      channel = new MessageChannel();
      channel.port1.addEventListener('message', () => breathing.shift()?.());
      channel.port1.start();
    }
    breathing.push(resolve);
    channel.port2.postMessage(null);
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
