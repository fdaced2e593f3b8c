import { addOpaqueRows } from '../resample/light-row.ts';
import { breathe } from '../breathe.ts';
import { samplesOfSums } from '../resample/box-row.ts';
import { fixedOne } from '../resample/linear-light.ts';
import type { ResamplePlan } from '../resample/plan.ts';
import { createRowReducer } from '../resample/resampler.ts';

type Sums = Int32Array<ArrayBuffer>;

/** The whole source pixels of an area, and the boxes they are gathered in. */
export type GridArea = Pick<
  ResamplePlan,
  'left' | 'top' | 'width' | 'height' | 'boxWidth' | 'boxHeight' | 'columns' | 'rows'
>;

/**
 * Sums of boxes of opaque pixels in fixed-point linear light, three to a box. Boxes lie at the same places
 * for every frame of a picture, so what was summed for one serves all others of about its size.
 */
export interface BoxGrid {
  readonly area: GridArea;
  readonly sums: Sums;
}

/** Bytes of the sums of so many boxes. */
export const gridBytes = (columns: number, rows: number): number =>
  columns * rows * 3 * Int32Array.BYTES_PER_ELEMENT;

/** Takes an area's rows from the top down, as a resampler does, and keeps the sums. */
export const createGridSummer = (area: GridArea) => {
  const { boxHeight, columns, rows } = area;
  const perRow = columns * 3;
  const sums: Sums = new Int32Array(rows * perRow);
  let rowsSeen = 0;
  return {
    sums,
    pushRows(pixels: Uint8ClampedArray, rowCount: number): void {
      for (let row = 0; row < rowCount;) {
        const from = Math.floor(rowsSeen / boxHeight) * perRow;
        const taken = Math.min(boxHeight - (rowsSeen % boxHeight), rowCount - row);
        addOpaqueRows(sums.subarray(from, from + perRow), pixels, row, taken, area);
        row += taken;
        rowsSeen += taken;
      }
    },
  };
};

/** Whether a grid has all boxes that a plan reads. */
export const covers = ({ area }: BoxGrid, plan: GridArea): boolean =>
  area.boxWidth === plan.boxWidth &&
  area.boxHeight === plan.boxHeight &&
  area.left <= plan.left &&
  area.top <= plan.top &&
  area.left + area.width >= plan.left + plan.width &&
  area.top + area.height >= plan.top + plan.height;

/** Boxes reduced before messages that wait are looked at: about 5 ms. */
const boxesPerBreath = 200_000;

/**
 * Reduces boxes that a grid `covers`: the very light that reading the pixels again would give. Null when
 * `isStale` turned true on the way.
 */
export const reduceGrid = async (
  { area, sums }: BoxGrid,
  plan: ResamplePlan,
  isStale: () => boolean,
): Promise<Float64Array<ArrayBuffer> | null> => {
  const { boxWidth, boxHeight, columns, rows, across, down } = plan;
  const light = new Float64Array(across.outputSize * down.outputSize * 3);
  const reducer = createRowReducer(plan, 3, light);
  const firstColumn = (plan.left - area.left) / boxWidth;
  const firstRow = (plan.top - area.top) / boxHeight;
  const rowsPerBreath = Math.ceil(boxesPerBreath / columns);
  for (let row = 0; row < rows; row += 1) {
    if (row % rowsPerBreath === 0) {
      await breathe();
      if (isStale()) return null;
    }
    const from = ((firstRow + row) * area.columns + firstColumn) * 3;
    const rowsInBox = Math.min(boxHeight, plan.height - row * boxHeight);
    const boxes = sums.subarray(from, from + columns * 3);
    samplesOfSums(boxes, reducer.next(), fixedOne * rowsInBox, 3, plan);
    reducer.push();
  }
  return light;
};
