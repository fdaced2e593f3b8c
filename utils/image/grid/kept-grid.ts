import { openPixels } from '../read/open-pixels.ts';
import type { PixelSource } from '../read/pixel-source.ts';
import type { ResamplePlan } from '../resample/plan.ts';
import { type Helper, readyHelper } from '../strips/helper.ts';
import { type BoxGrid, covers, type GridArea } from './box-grid.ts';
import { areasToKeep } from './grid-area.ts';

interface Kept {
  /** What was last asked for. */
  last: ResamplePlan | null;
  grids: readonly BoxGrid[];
}

/** Goes with the picture. */
const keptOf = new WeakMap<ImageBitmap, Kept>();

/**
 * The sums kept of an opaque picture that a plan can be made from, or null where its pixels have to be
 * read. Boxes of one pixel are not kept: they would be the picture over again.
 */
export const gridFor = (bitmap: ImageBitmap, plan: ResamplePlan): BoxGrid | null => {
  if (plan.boxWidth === 1 || plan.boxHeight === 1) return null;
  const kept = keptOf.get(bitmap) ?? { last: null, grids: [] };
  keptOf.set(bitmap, kept);
  kept.last = plan;
  return kept.grids.find((grid) => covers(grid, plan)) ?? null;
};

const hasBoxesOf =
  ({ boxWidth, boxHeight }: GridArea) =>
  ({ area }: BoxGrid): boolean =>
    area.boxWidth === boxWidth && area.boxHeight === boxHeight;

const sumArea = async (
  kept: Kept,
  source: PixelSource,
  helper: Helper,
  area: GridArea,
): Promise<boolean> => {
  if (!source.share) return false;
  const shared = await source.share(area);
  const sums = await helper.sum(shared);
  if (sums !== null) kept.grids = [...kept.grids, { area, sums }];
  return sums !== null;
};

/**
 * Lets the helper sum the boxes around what was asked for last, and those of the next sizes, so that
 * further frames need not be read. For when nobody waits: it gives way to whatever else the helper is
 * asked for.
 */
export const keepAhead = async (bitmap: ImageBitmap): Promise<void> => {
  const kept = keptOf.get(bitmap);
  const helper = readyHelper();
  if (!kept?.last || helper === null) return;
  const source = openPixels(bitmap, false);
  const plan = kept.last;
  try {
    const areas = areasToKeep(plan, source);
    const isNeeded = (grid: BoxGrid): boolean =>
      areas.some((area) => hasBoxesOf(area)(grid)) &&
      (!hasBoxesOf(plan)(grid) || covers(grid, plan));
    // Before new ones are made: never more than the areas together.
    kept.grids = kept.grids.filter(isNeeded);
    for (const area of areas) {
      if (kept.grids.some(hasBoxesOf(area))) continue;
      if (!(await sumArea(kept, source, helper, area))) return;
    }
  } finally {
    source.close();
  }
};
