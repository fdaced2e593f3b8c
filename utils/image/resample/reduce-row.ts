import type { AxisTable } from './axis-table.ts';

/** Reduces a row of three-channel samples across, into `result`. */
export const reduceRow3 = (samples: Float64Array, table: AxisTable, result: Float64Array): void => {
  const { outputSize, stride, firstTaps, tapCounts, weights } = table;
  for (let output = 0; output < outputSize; output += 1) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let at = 3 * firstTaps[output]!;
    const from = output * stride;
    const to = from + tapCounts[output]!;
    for (let tap = from; tap < to; tap += 1) {
      const weight = weights[tap]!;
      red += weight * samples[at]!;
      green += weight * samples[at + 1]!;
      blue += weight * samples[at + 2]!;
      at += 3;
    }
    result[3 * output] = red;
    result[3 * output + 1] = green;
    result[3 * output + 2] = blue;
  }
};

/** Reduces a row of four-channel samples across, into `result`. */
export const reduceRow4 = (samples: Float64Array, table: AxisTable, result: Float64Array): void => {
  const { outputSize, stride, firstTaps, tapCounts, weights } = table;
  for (let output = 0; output < outputSize; output += 1) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    let at = 4 * firstTaps[output]!;
    const from = output * stride;
    const to = from + tapCounts[output]!;
    for (let tap = from; tap < to; tap += 1) {
      const weight = weights[tap]!;
      red += weight * samples[at]!;
      green += weight * samples[at + 1]!;
      blue += weight * samples[at + 2]!;
      alpha += weight * samples[at + 3]!;
      at += 4;
    }
    result[4 * output] = red;
    result[4 * output + 1] = green;
    result[4 * output + 2] = blue;
    result[4 * output + 3] = alpha;
  }
};
