import { createRandom } from './random.ts';

/** A square of smooth random values around 0 that repeats, its spectrum falling as one over frequency. */
export interface NoiseField {
  readonly edge: number;
  readonly values: Float32Array;
}

const addOctave = (
  field: NoiseField,
  cells: number,
  weight: number,
  random: () => number,
): void => {
  const { edge, values } = field;
  const grid = Float32Array.from({ length: cells * cells }, () => random() * 2 - 1);
  const step = cells / edge;
  for (let y = 0; y < edge; y += 1) {
    const row = Math.floor(y * step);
    const downShare = y * step - row;
    const [upper, lower] = [row * cells, ((row + 1) % cells) * cells];
    for (let x = 0; x < edge; x += 1) {
      const column = Math.floor(x * step);
      const right = (column + 1) % cells;
      const share = x * step - column;
      const above = (grid[upper + column] ?? 0) * (1 - share) + (grid[upper + right] ?? 0) * share;
      const below = (grid[lower + column] ?? 0) * (1 - share) + (grid[lower + right] ?? 0) * share;
      const at = y * edge + x;
      values[at] = (values[at] ?? 0) + weight * (above * (1 - downShare) + below * downShare);
    }
  }
};

/** Draws a field of `edge` x `edge` (a power of two), octave by octave down to single pixels. */
export const createNoiseField = (edge: number, seed: number): NoiseField => {
  const random = createRandom(seed);
  const field = { edge, values: new Float32Array(edge * edge) };
  for (let cells = 4; cells <= edge; cells *= 2) addOctave(field, cells, 4 / cells ** 0.8, random);
  return field;
};
