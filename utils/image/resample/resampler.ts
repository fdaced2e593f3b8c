import type { AxisTable } from './axis-table.ts';
import { addAlphaRow, addOpaqueRow } from './light-row.ts';
import { pixelsOfAlpha, pixelsOfOpaque } from './pixels-of-light.ts';
import type { ResamplePlan } from './plan.ts';
import { reduceRow3, reduceRow4 } from './reduce-row.ts';

/** Takes a picture's rows from the top down and gives the reduced picture. */
export interface Resampler {
  /** `pixels` holds `rowCount` whole rows, `plan.width` RGBA pixels each. */
  pushRows(pixels: Uint8ClampedArray, rowCount: number): void;
  /** The result in 8-bit sRGB RGBA; call once, after `plan.height` rows. */
  finish(): Uint8ClampedArray<ArrayBuffer>;
}

/** Turns a row of box sums into averages. The last box may be narrower than the others. */
const averageBoxes = (boxes: Float64Array, plan: ResamplePlan, rowsInBox: number): void => {
  const { boxWidth, columns, width } = plan;
  if (boxWidth * rowsInBox === 1) return;
  const channels = boxes.length / columns;
  const share = 1 / (boxWidth * rowsInBox);
  const lastShare = 1 / ((width - (columns - 1) * boxWidth) * rowsInBox);
  const lastFrom = (columns - 1) * channels;
  for (let at = 0; at < lastFrom; at += 1) boxes[at] = (boxes[at] ?? 0) * share;
  for (let at = lastFrom; at < boxes.length; at += 1) boxes[at] = (boxes[at] ?? 0) * lastShare;
};

const addWeighted = (to: Float64Array, from: number, row: Float64Array, weight: number): void => {
  for (let at = 0; at < row.length; at += 1) {
    to[from + at] = (to[from + at] ?? 0) + weight * (row[at] ?? 0);
  }
};

/** Adds rows that come in order from the top, each to every result row whose kernel reaches it. */
const createRowSpreader = (light: Float64Array, down: AxisTable) => {
  const rowLength = light.length / down.outputSize;
  let row = 0;
  let firstOpen = 0;
  return (reduced: Float64Array): void => {
    const endOf = (output: number): number =>
      (down.firstTaps[output] ?? 0) + (down.tapCounts[output] ?? 0);
    while (firstOpen < down.outputSize && endOf(firstOpen) <= row) firstOpen += 1;
    for (let output = firstOpen; output < down.outputSize; output += 1) {
      const tap = row - (down.firstTaps[output] ?? 0);
      if (tap < 0) break;
      const weight = down.weights[output * down.stride + tap] ?? 0;
      addWeighted(light, output * rowLength, reduced, weight);
    }
    row += 1;
  };
};

/**
 * Reduces (or enlarges) a picture in linear light with a Lanczos3 kernel, as planned. Only the
 * result and one row are held as light, whatever the source's size. Pass `hasAlpha: false` only for
 * sources that cannot be see-through: it saves a quarter of the work.
 */
export const createResampler = (plan: ResamplePlan, hasAlpha: boolean): Resampler => {
  const channels = hasAlpha ? 4 : 3;
  const addRow = hasAlpha ? addAlphaRow : addOpaqueRow;
  const reduceRow = hasAlpha ? reduceRow4 : reduceRow3;
  const { across, down } = plan;
  const boxes = new Float64Array(plan.columns * channels);
  const reduced = new Float64Array(across.outputSize * channels);
  const light = new Float64Array(reduced.length * down.outputSize);
  const spread = createRowSpreader(light, down);
  let rowsInBox = 0;
  let rowsSeen = 0;

  const closeBoxRow = (): void => {
    averageBoxes(boxes, plan, rowsInBox);
    reduceRow(boxes, across, reduced);
    spread(reduced);
    boxes.fill(0);
    rowsInBox = 0;
  };

  return {
    pushRows(pixels, rowCount) {
      for (let row = 0; row < rowCount; row += 1) {
        addRow(boxes, pixels, row * plan.width * 4, plan.width, plan.boxWidth);
        rowsInBox += 1;
        rowsSeen += 1;
        if (rowsInBox === plan.boxHeight || rowsSeen === plan.height) closeBoxRow();
      }
    },
    finish: () => (hasAlpha ? pixelsOfAlpha(light) : pixelsOfOpaque(light)),
  };
};
