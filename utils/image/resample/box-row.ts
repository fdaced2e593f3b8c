import { addAlphaRow, addOpaqueRows, lightOfOpaqueRow, lightOfTwoByTwo } from './light-row.ts';
import { fixedOne } from './linear-light.ts';
import type { ResamplePlan } from './plan.ts';

/** Rows of pixels gathered into one row of boxes, in linear light. */
export interface BoxRow {
  /** Adds `rows` of the rows of RGBA or BGRA pixels, from `firstRow` on. */
  add(pixels: Uint8ClampedArray, firstRow: number, rows: number): void;
  /** Writes the averages of the `rows` rows added to `samples`, and starts anew. */
  close(samples: Float64Array, rows: number): void;
}

type Lines = Pick<ResamplePlan, 'boxWidth' | 'columns' | 'width'>;

/** Writes averages of a row of boxes to `samples`; `one` is what a box's sum is of full light, per column. */
export const samplesOfSums = (
  sums: Float64Array | Int32Array,
  samples: Float64Array,
  one: number,
  channels: number,
  { boxWidth, columns, width }: Lines,
): void => {
  const lastFrom = (columns - 1) * channels;
  const share = 1 / (one * boxWidth);
  // The last box may be narrower than the others.
  const lastShare = 1 / (one * (width - (columns - 1) * boxWidth));
  for (let at = 0; at < lastFrom; at += 1) samples[at] = sums[at]! * share;
  for (let at = lastFrom; at < sums.length; at += 1) samples[at] = sums[at]! * lastShare;
};

const average = (
  sums: Float64Array | Int32Array,
  samples: Float64Array,
  one: number,
  channels: number,
  lines: Lines,
): void => {
  samplesOfSums(sums, samples, one, channels, lines);
  sums.fill(0);
};

const opaqueBoxes = (plan: Lines): BoxRow => {
  const sums = new Int32Array(plan.columns * 3);
  return {
    add: (pixels, firstRow, rows) => addOpaqueRows(sums, pixels, firstRow, rows, plan),
    close: (samples, rows) => average(sums, samples, fixedOne * rows, 3, plan),
  };
};

const alphaBoxes = (plan: Lines): BoxRow => {
  const { boxWidth, columns, width } = plan;
  const sums = new Float64Array(columns * 4);
  return {
    add(pixels, firstRow, rows) {
      for (let row = firstRow; row < firstRow + rows; row += 1) {
        addAlphaRow(sums, pixels, row * width * 4, width, boxWidth);
      }
    },
    close: (samples, rows) => average(sums, samples, rows, 4, plan),
  };
};

/** Boxes of one pixel need no summing. */
const opaquePixels = ({ width }: Lines): BoxRow => {
  let row: readonly [pixels: Uint8ClampedArray, firstPixel: number] | null = null;
  return {
    add(pixels, firstRow) {
      row = [pixels, firstRow * width];
    },
    close(samples) {
      if (row !== null) lightOfOpaqueRow(samples, ...row);
    },
  };
};

/** Boxes of two by two are averaged as they come; an odd row at the end goes the ordinary way. */
const opaqueFours = (plan: Lines): BoxRow => {
  const ordinary = opaqueBoxes(plan);
  let pair: readonly [pixels: Uint8ClampedArray, firstPixel: number] | null = null;
  return {
    add(pixels, firstRow, rows) {
      if (rows === 2) pair = [pixels, firstRow * plan.width];
      else ordinary.add(pixels, firstRow, rows);
    },
    close(samples, rows) {
      if (pair === null) ordinary.close(samples, rows);
      else lightOfTwoByTwo(samples, ...pair, plan.width);
      pair = null;
    },
  };
};

/** A row of boxes for a plan: three samples a box, or four with colours multiplied by alpha. */
export const createBoxRow = (plan: ResamplePlan, hasAlpha: boolean): BoxRow => {
  if (hasAlpha) return alphaBoxes(plan);
  if (plan.boxWidth === 1 && plan.boxHeight === 1) return opaquePixels(plan);
  const isEven = plan.boxWidth === 2 && plan.boxHeight === 2 && plan.width % 2 === 0;
  return isEven ? opaqueFours(plan) : opaqueBoxes(plan);
};
