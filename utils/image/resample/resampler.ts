import type { AxisTable } from './axis-table.ts';
import { addAlphaRow, addOpaqueRows } from './light-row.ts';
import { fixedOne } from './linear-light.ts';
import type { ResamplePlan } from './plan.ts';
import { reduceRow3, reduceRow4 } from './reduce-row.ts';

/** Takes a picture's rows from the top down and gives the reduced picture. */
export interface Resampler {
  /** `pixels` holds `rowCount` whole rows, `plan.width` pixels of four bytes each. */
  pushRows(pixels: Uint8ClampedArray, rowCount: number): void;
  /**
   * The result in linear light, complete after `plan.height` rows: three channels in the order of the
   * bytes pushed, or four, colours multiplied by alpha.
   */
  readonly light: Float32Array;
}

/** Rows of pixels gathered into one row of boxes. */
interface BoxRow {
  add(pixels: Uint8ClampedArray, firstRow: number, rows: number): void;
  /** Writes the averages of `rows` rows to `samples` and starts anew. */
  close(samples: Float64Array, rows: number): void;
}

const createBoxRow = (plan: ResamplePlan, hasAlpha: boolean): BoxRow => {
  const { boxWidth, columns, width } = plan;
  const channels = hasAlpha ? 4 : 3;
  const one = hasAlpha ? 1 : fixedOne;
  const sums = new (hasAlpha ? Float64Array : Int32Array)(columns * channels);
  const lastFrom = (columns - 1) * channels;
  const lastWidth = width - (columns - 1) * boxWidth;
  return {
    add(pixels, firstRow, rows) {
      if (sums instanceof Int32Array) return addOpaqueRows(sums, pixels, firstRow, rows, plan);
      for (let row = firstRow; row < firstRow + rows; row += 1) {
        addAlphaRow(sums, pixels, row * width * 4, width, boxWidth);
      }
    },
    close(samples, rows) {
      const share = 1 / (one * boxWidth * rows);
      // The last box may be narrower than the others.
      const lastShare = 1 / (one * lastWidth * rows);
      for (let at = 0; at < lastFrom; at += 1) samples[at] = sums[at]! * share;
      for (let at = lastFrom; at < sums.length; at += 1) samples[at] = sums[at]! * lastShare;
      sums.fill(0);
    },
  };
};

const addWeighted = (to: Float32Array, from: number, row: Float64Array, weight: number): void => {
  for (let at = 0; at < row.length; at += 1) to[from + at] = to[from + at]! + weight * row[at]!;
};

/** Adds rows that come in order from the top, each to every result row whose kernel reaches it. */
const createRowSpreader = (light: Float32Array, down: AxisTable) => {
  const rowLength = light.length / down.outputSize;
  let row = 0;
  let firstOpen = 0;
  return (reduced: Float64Array): void => {
    const endOf = (output: number): number => down.firstTaps[output]! + down.tapCounts[output]!;
    while (firstOpen < down.outputSize && endOf(firstOpen) <= row) firstOpen += 1;
    for (let output = firstOpen; output < down.outputSize; output += 1) {
      const tap = row - down.firstTaps[output]!;
      if (tap < 0) break;
      const weight = down.weights[output * down.stride + tap]!;
      addWeighted(light, output * rowLength, reduced, weight);
    }
    row += 1;
  };
};

/**
 * Reduces (or enlarges) a picture in linear light with a Lanczos3 kernel, as planned. Only the
 * result and one row are held as light, whatever the source's size. Pass `hasAlpha: false` only for
 * sources that cannot be see-through: it saves a third of the work.
 */
export const createResampler = (plan: ResamplePlan, hasAlpha: boolean): Resampler => {
  const channels = hasAlpha ? 4 : 3;
  const reduceRow = hasAlpha ? reduceRow4 : reduceRow3;
  const { across, down } = plan;
  const boxes = createBoxRow(plan, hasAlpha);
  const samples = new Float64Array(plan.columns * channels);
  const reduced = new Float64Array(across.outputSize * channels);
  const light = new Float32Array(reduced.length * down.outputSize);
  const spread = createRowSpreader(light, down);
  let rowsInBox = 0;
  let rowsSeen = 0;
  return {
    light,
    pushRows(pixels, rowCount) {
      for (let row = 0; row < rowCount;) {
        const rows = Math.min(plan.boxHeight - rowsInBox, rowCount - row);
        boxes.add(pixels, row, rows);
        row += rows;
        rowsInBox += rows;
        rowsSeen += rows;
        if (rowsInBox < plan.boxHeight && rowsSeen < plan.height) continue;
        boxes.close(samples, rowsInBox);
        rowsInBox = 0;
        reduceRow(samples, across, reduced);
        spread(reduced);
      }
    },
  };
};
