import { boxFor, type ResamplePlan } from '../resample/plan.ts';
import { type GridArea, gridBytes } from './box-grid.ts';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The most that the sums of one picture may take. Enough for all of 48 megapixels in boxes of three and of
 * four, and with the picture itself still less than browser-image-compression takes (measured 2026-11-21).
 */
export const maxGridBytes = 110_000_000;

interface Stretch {
  readonly first: number;
  readonly count: number;
}

/** Grows a stretch by as many boxes on both sides, within `all` boxes. */
const grown = ({ first, count }: Stretch, by: number, all: number): Stretch => {
  const from = Math.max(0, first - by);
  return { first: from, count: Math.min(all, first + count + by) - from };
};

/** The largest whole number below `end` that passes, if 0 does and all above one that fails fail too. */
const largestThat = (passes: (value: number) => boolean, end: number): number => {
  let [fits, tooMuch] = [0, end];
  while (tooMuch - fits > 1) {
    const middle = Math.floor((fits + tooMuch) / 2);
    if (passes(middle)) fits = middle;
    else tooMuch = middle;
  }
  return fits;
};

const lengthOf = ({ first, count }: Stretch, boxPx: number, sizePx: number): number =>
  Math.min(sizePx - first * boxPx, count * boxPx);

/**
 * As much of a picture around what a plan reads as sums may be kept of: all of it where that is not too
 * much. Null where not even the plan's own boxes fit. In whole boxes.
 */
export const areaToKeep = (plan: GridArea, source: Size, maxBytes: number): GridArea | null => {
  const { boxWidth, boxHeight } = plan;
  const [allColumns, allRows] = [source.widthPx / boxWidth, source.heightPx / boxHeight];
  const columnsWith = (by: number): Stretch =>
    grown({ first: plan.left / boxWidth, count: plan.columns }, by, Math.ceil(allColumns));
  const rowsWith = (by: number): Stretch =>
    grown({ first: plan.top / boxHeight, count: plan.rows }, by, Math.ceil(allRows));
  const fits = (by: number): boolean =>
    gridBytes(columnsWith(by).count, rowsWith(by).count) <= maxBytes;
  if (!fits(0)) return null;
  const by = largestThat(fits, Math.ceil(Math.max(allColumns, allRows)) + 1);
  const [columns, rows] = [columnsWith(by), rowsWith(by)];
  return {
    left: columns.first * boxWidth,
    top: rows.first * boxHeight,
    width: lengthOf(columns, boxWidth, source.widthPx),
    height: lengthOf(rows, boxHeight, source.heightPx),
    boxWidth,
    boxHeight,
    columns: columns.count,
    rows: rows.count,
  };
};

/** A plan's pixels in boxes of another size. */
const inBoxesOf = (plan: GridArea, boxPx: number, source: Size): GridArea => {
  const stretch = (start: number, length: number): Stretch => {
    const first = Math.floor(start / boxPx);
    return { first, count: Math.ceil((start + length) / boxPx) - first };
  };
  const [across, down] = [stretch(plan.left, plan.width), stretch(plan.top, plan.height)];
  return {
    left: across.first * boxPx,
    top: down.first * boxPx,
    width: lengthOf(across, boxPx, source.widthPx),
    height: lengthOf(down, boxPx, source.heightPx),
    boxWidth: boxPx,
    boxHeight: boxPx,
    columns: across.count,
    rows: down.count,
  };
};

/** Edge of the boxes of the largest frame that a picture holds of a plan's shape. */
const largestBox = ({ width, height, across }: ResamplePlan, source: Size): number => {
  const growth = Math.min(source.widthPx / width, source.heightPx / height);
  return boxFor((width * growth) / across.outputSize);
};

/**
 * What to keep sums of once a plan has been asked for: boxes of its own size first, then, as far as there
 * is room, of the next larger and the next smaller size, which zooming leads to.
 */
export const areasToKeep = (plan: ResamplePlan, source: Size): readonly GridArea[] => {
  const { boxWidth } = plan;
  const areas: GridArea[] = [];
  let room = maxGridBytes;
  const [smallest, largest] = [2, Math.max(boxWidth, largestBox(plan, source))];
  const others = [boxWidth + 1, boxWidth - 1].filter(
    (boxPx) => boxPx >= smallest && boxPx <= largest,
  );
  for (const around of [plan, ...others.map((boxPx) => inBoxesOf(plan, boxPx, source))]) {
    const area = areaToKeep(around, source, room);
    if (area === null) continue;
    areas.push(area);
    room -= gridBytes(area.columns, area.rows);
  }
  return areas;
};
