import type { Picture } from '../score/psnr.ts';

/*
 * The yardstick: a plain separable Lanczos3 reduction in double precision, colours multiplied by
 * alpha, written without any of the program's own code so that both cannot be wrong alike.
 */

/** Whole pixels of an upright picture. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How levels become what is averaged, and back. Levels 0 to 255, averaged values 0 to 1. */
export interface Transfer {
  readonly decode: (level: number) => number;
  readonly encode: (value: number) => number;
}

/** Averages light, as libvips does in scRGB: the sRGB curve of IEC 61966-2-1. */
export const linearLight: Transfer = {
  decode: (level) => {
    const value = level / 255;
    return value > 0.04045 ? Math.pow((value + 0.055) / 1.055, 2.4) : value / 12.92;
  },
  encode: (value) =>
    255 * (value > 0.0031308 ? 1.055 * Math.pow(value, 1 / 2.4) - 0.055 : value * 12.92),
};

/** Averages the levels as they stand, as most resizers do. */
export const asStored: Transfer = {
  decode: (level) => level / 255,
  encode: (value) => 255 * value,
};

/** The Lanczos kernel with three lobes. */
export const lanczos3 = (distance: number): number => {
  const reach = Math.abs(distance);
  if (reach < 1e-12) return 1;
  if (reach >= 3) return 0;
  const angle = Math.PI * reach;
  return ((Math.sin(angle) / angle) * Math.sin(angle / 3)) / (angle / 3);
};

interface Axis {
  readonly first: Int32Array;
  readonly weights: readonly Float64Array[];
}

const axisOf = (size: number, outputSize: number): Axis => {
  const scale = size / outputSize;
  const stretch = Math.max(1, scale);
  const first = new Int32Array(outputSize);
  const weights = Array.from({ length: outputSize }, (_, output) => {
    const centre = (output + 0.5) * scale;
    const from = Math.floor(centre - 3 * stretch);
    const taps = Float64Array.from({ length: Math.ceil(6 * stretch) + 2 }, (__, tap) =>
      lanczos3((from + tap + 0.5 - centre) / stretch),
    );
    const total = taps.reduce((sum, weight) => sum + weight, 0);
    first[output] = from;
    return taps.map((weight) => weight / total);
  });
  return { first, weights };
};

const inside = (index: number, size: number): number => Math.min(size - 1, Math.max(0, index));

const reduceAcross = (row: Float64Array, size: number, axis: Axis, to: Float64Array): void => {
  axis.weights.forEach((taps, output) => {
    let [red, green, blue, alpha] = [0, 0, 0, 0];
    const from = axis.first[output] ?? 0;
    for (let tap = 0; tap < taps.length; tap += 1) {
      const weight = taps[tap] ?? 0;
      const at = 4 * inside(from + tap, size);
      red += weight * (row[at] ?? 0);
      green += weight * (row[at + 1] ?? 0);
      blue += weight * (row[at + 2] ?? 0);
      alpha += weight * (row[at + 3] ?? 0);
    }
    to.set([red, green, blue, alpha], 4 * output);
  });
};

const rowsAcross = (source: Picture, rect: Rect, outputWidth: number, transfer: Transfer) => {
  const axis = axisOf(rect.width, outputWidth);
  const levels = Float64Array.from({ length: 256 }, (_, level) => transfer.decode(level));
  const row = new Float64Array(4 * rect.width);
  return Array.from({ length: rect.height }, (_, y) => {
    let from = 4 * ((rect.y + y) * source.widthPx + rect.x);
    for (let at = 0; at < row.length; at += 4, from += 4) {
      const alpha = (source.pixels[from + 3] ?? 0) / 255;
      row[at] = alpha * (levels[source.pixels[from] ?? 0] ?? 0);
      row[at + 1] = alpha * (levels[source.pixels[from + 1] ?? 0] ?? 0);
      row[at + 2] = alpha * (levels[source.pixels[from + 2] ?? 0] ?? 0);
      row[at + 3] = alpha;
    }
    const reduced = new Float64Array(4 * outputWidth);
    reduceAcross(row, rect.width, axis, reduced);
    return reduced;
  });
};

const toLevels = (light: Float64Array, transfer: Transfer, result: Uint8ClampedArray): void => {
  for (let at = 0; at < light.length; at += 4) {
    const alpha = light[at + 3] ?? 0;
    if (alpha <= 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = Math.min(1, Math.max(0, (light[at + channel] ?? 0) / alpha));
      // A clamped array rounds to the nearest level by itself.
      result[at + channel] = transfer.encode(value);
    }
    result[at + 3] = 255 * alpha;
  }
};

/** A rectangle of a picture at exactly the given size. Edge pixels count for what lies outside. */
export const reduceExactly = (
  source: Picture,
  rect: Rect,
  size: { readonly widthPx: number; readonly heightPx: number },
  transfer: Transfer,
): Picture => {
  const rows = rowsAcross(source, rect, size.widthPx, transfer);
  const axis = axisOf(rect.height, size.heightPx);
  const pixels = new Uint8ClampedArray(4 * size.widthPx * size.heightPx);
  const sums = new Float64Array(4 * size.widthPx);
  axis.weights.forEach((taps, output) => {
    sums.fill(0);
    taps.forEach((weight, tap) => {
      const row = rows[inside((axis.first[output] ?? 0) + tap, rect.height)];
      if (!row || weight === 0) return;
      for (let at = 0; at < sums.length; at += 1)
        sums[at] = (sums[at] ?? 0) + weight * (row[at] ?? 0);
    });
    toLevels(sums, transfer, pixels.subarray(4 * size.widthPx * output));
  });
  return { ...size, pixels };
};
