import { breathe } from '../breathe.ts';
import type { ResamplePlan } from '../resample/plan.ts';
import type { Resampler } from '../resample/resampler.ts';
import type { PixelSource, StripReader } from './pixel-source.ts';

/** Rows read at a time: a strip of a large photo then stays in the processor's cache. */
const aboutStripRows = 64;
/**
 * Firefox ESR 153 gives each strip memory of its own, from 1 MiB on fresh from the system: 36 megapixels
 * then take 290 ms in place of 190 (measured 2026-11-21).
 */
const maxStripBytes = 1_000_000;
/** How many rows are worked on before messages that wait, such as a newer frame, are looked at. */
const rowsPerBreath = 256;

type Area = Pick<ResamplePlan, 'left' | 'top' | 'width' | 'height' | 'boxHeight'>;
type Taker = Pick<Resampler, 'pushRows'>;

const feed = async (
  reader: StripReader,
  { top, height, stripRows }: Area & { readonly stripRows: number },
  resampler: Taker,
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

/** Whole boxes at a time, which lets their rows be summed together. */
const stripRowsOf = ({ width, height, boxHeight }: Area): number => {
  const rows = Math.min(aboutStripRows, Math.floor(maxStripBytes / (4 * width)));
  return Math.min(height, Math.max(1, Math.floor(rows / boxHeight)) * boxHeight);
};

/**
 * Feeds a source's planned area to a resampler, or whatever takes its rows, strip by strip. False when `isStale` turned true on
 * the way.
 */
export const readStrips = async (
  source: PixelSource,
  plan: Area,
  resampler: Taker,
  isStale: () => boolean,
): Promise<boolean> => {
  const stripRows = stripRowsOf(plan);
  const reader = source.strips(plan, stripRows);
  try {
    return await feed(reader, { ...plan, stripRows }, resampler, isStale);
  } finally {
    reader.close();
  }
};
