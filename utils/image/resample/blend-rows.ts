import type { AxisTable } from './axis-table.ts';

/** Four rows in one go: each result sample is then loaded and stored a quarter as often. */
const addFour = (
  to: Float64Array,
  [a, b, c, d]: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
  [wa, wb, wc, wd]: readonly [number, number, number, number],
): void => {
  const { length } = to;
  for (let at = 0; at < length; at += 1) {
    to[at] = to[at]! + wa * a[at]! + wb * b[at]! + wc * c[at]! + wd * d[at]!;
  }
};

/**
 * Writes the weighted sum of rows that output row `output` of a table is made of to `result`. `rows`
 * is a ring: row `r` of the input stands at `r` modulo its length, which is at least the table's
 * stride.
 */
export const blendRows = (
  rows: readonly Float64Array[],
  { firstTaps, tapCounts, weights, stride }: AxisTable,
  output: number,
  result: Float64Array,
): void => {
  const first = firstTaps[output]!;
  const last = tapCounts[output]! - 1;
  const row = (tap: number): Float64Array => rows[(first + Math.min(tap, last)) % rows.length]!;
  // Beyond the last tap a row counts for nothing.
  const weight = (tap: number): number => (tap > last ? 0 : weights[output * stride + tap]!);
  result.fill(0);
  for (let tap = 0; tap <= last; tap += 4) {
    addFour(
      result,
      [row(tap), row(tap + 1), row(tap + 2), row(tap + 3)],
      [weight(tap), weight(tap + 1), weight(tap + 2), weight(tap + 3)],
    );
  }
};
