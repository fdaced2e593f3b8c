import { lanczos } from '../resample/axis-table.ts';

/** Linear light in rows, three or four channels a sample; four: colours multiplied by alpha. */
export interface LightGrid {
  readonly light: Float64Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/**
 * The kernel's two axes: grid steps across and down to distances along each, in lobes. A rotated
 * kernel cuts off what the turned result cannot hold.
 */
export interface KernelAxes {
  readonly alongX: number;
  readonly alongY: number;
  readonly acrossX: number;
  readonly acrossY: number;
}

/** Lobes of the kernel, as in `lanczos`. */
export const lobes = 3;
const stepsPerLobe = 2048;
const table = Float32Array.from({ length: lobes * stepsPerLobe + 2 }, (_, step) =>
  lanczos(step / stepsPerLobe),
);

/** Stretch of x where |from + step·x| < lobes, cut to `low` and `high`. */
const within = (from: number, step: number, low: number, high: number): [number, number] => {
  if (Math.abs(step) < 1e-9) return Math.abs(from) < lobes ? [low, high] : [1, 0];
  const [one, other] = [(-lobes - from) / step, (lobes - from) / step];
  return [Math.max(low, Math.min(one, other)), Math.min(high, Math.max(one, other))];
};

/**
 * A sampler of a grid at any place: writes the kernel's mean of the channels around (x, y), sample
 * centres at whole numbers, to `result`. Samples outside the grid have no say, so edges neither darken
 * nor bleed.
 */
export const createSampler = (grid: LightGrid, axes: KernelAxes) => {
  const { light, width, height, channels } = grid;
  const { alongX, alongY, acrossX, acrossY } = axes;
  const determinant = Math.abs(alongX * acrossY - alongY * acrossX);
  const reachY = (lobes * (Math.abs(alongX) + Math.abs(acrossX))) / determinant;
  return (x: number, y: number, result: Float64Array): void => {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let total = 0;
    const lastRow = Math.min(height - 1, Math.floor(y + reachY));
    for (let row = Math.max(0, Math.ceil(y - reachY)); row <= lastRow; row += 1) {
      const down = row - y;
      const [from, to] = within(alongY * down, alongX, -x, width - 1 - x);
      const [low, high] = within(acrossY * down, acrossX, from, to);
      const lastColumn = Math.floor(x + high);
      for (let column = Math.ceil(x + low); column <= lastColumn; column += 1) {
        const right = column - x;
        const along = Math.abs(alongX * right + alongY * down);
        const across = Math.abs(acrossX * right + acrossY * down);
        const weight =
          table[(along * stepsPerLobe + 0.5) | 0]! * table[(across * stepsPerLobe + 0.5) | 0]!;
        const at = (row * width + column) * channels;
        total += weight;
        first += weight * light[at]!;
        second += weight * light[at + 1]!;
        third += weight * light[at + 2]!;
        if (channels === 4) fourth += weight * light[at + 3]!;
      }
    }
    if (total < 0.01) {
      // Off a picture a pixel or two wide: its nearest sample.
      const column = Math.min(width - 1, Math.max(0, Math.round(x)));
      const row = Math.min(height - 1, Math.max(0, Math.round(y)));
      const at = (row * width + column) * channels;
      first = light[at]!;
      second = light[at + 1]!;
      third = light[at + 2]!;
      fourth = channels === 4 ? light[at + 3]! : 0;
      total = 1;
    }
    result[0] = first / total;
    result[1] = second / total;
    result[2] = third / total;
    result[3] = channels === 4 ? fourth / total : 1;
  };
};
