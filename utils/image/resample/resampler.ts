import { blendRows } from './blend-rows.ts';
import { createBoxRow } from './box-row.ts';
import type { ResamplePlan } from './plan.ts';
import { reduceRow3, reduceRow4 } from './reduce-row.ts';

/** Takes a picture's rows from the top down and gives the reduced picture. */
export interface Resampler {
  /** `pixels` holds `rowCount` whole rows, `plan.width` pixels of four bytes each. */
  pushRows(pixels: Uint8ClampedArray, rowCount: number): void;
  /**
   * The result in linear light, complete after `plan.height` rows: three channels in the order of the
   * bytes pushed, or four, colours multiplied by alpha. In double precision, so that a picture read
   * lying or upright comes out the same to the last level.
   */
  readonly light: Float64Array<ArrayBuffer>;
}

/**
 * Takes rows of boxes in order and makes each row of the result as soon as all its rows are there:
 * downwards first, on whole rows, which leaves few of them to be reduced across.
 */
export const createRowReducer = (
  { across, down, columns }: ResamplePlan,
  channels: 3 | 4,
  light: Float64Array,
) => {
  const reduceRow = channels === 4 ? reduceRow4 : reduceRow3;
  const row = (): Float64Array => new Float64Array(columns * channels);
  const ring = Array.from({ length: down.stride }, row);
  const blended = row();
  const rowLength = across.outputSize * channels;
  let rowsIn = 0;
  let output = 0;
  return {
    /** Where the next row of boxes goes. */
    next: (): Float64Array => ring[rowsIn % ring.length]!,
    push(): void {
      rowsIn += 1;
      const isWhole = (): boolean => down.firstTaps[output]! + down.tapCounts[output]! <= rowsIn;
      for (; output < down.outputSize && isWhole(); output += 1) {
        blendRows(ring, down, output, blended);
        const from = output * rowLength;
        reduceRow(blended, across, light.subarray(from, from + rowLength));
      }
    },
  };
};

/**
 * Reduces (or enlarges) a picture in linear light with a Lanczos3 kernel, as planned. Only the
 * result and the kernel's rows are held as light, whatever the source's size. Pass `hasAlpha: false`
 * only for sources that cannot be see-through: it saves a third of the work.
 */
export const createResampler = (plan: ResamplePlan, hasAlpha: boolean): Resampler => {
  const channels = hasAlpha ? 4 : 3;
  const light = new Float64Array(plan.across.outputSize * plan.down.outputSize * channels);
  const boxes = createBoxRow(plan, hasAlpha);
  const reducer = createRowReducer(plan, channels, light);
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
        boxes.close(reducer.next(), rowsInBox);
        rowsInBox = 0;
        reducer.push();
      }
    },
  };
};
