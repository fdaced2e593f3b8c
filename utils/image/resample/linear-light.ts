/** sRGB's transfer curve (IEC 61966-2-1): an encoded value of 0 to 1 as linear light of 0 to 1. */
export const toLinear = (encoded: number): number =>
  encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;

/** The inverse of `toLinear`: linear light of 0 to 1 as an sRGB value of 0 to 1. */
export const toEncoded = (linear: number): number =>
  linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;

/** Linear light of each 8-bit sRGB level. */
export const linearOfLevel = Float64Array.from({ length: 256 }, (_, level) =>
  toLinear(level / 255),
);

/** Steps of `levelOfLinear`: fine enough that the steepest part of the curve errs by 0.03 levels. */
export const linearSteps = 65_535;

/** The 8-bit sRGB level for linear light of `index / linearSteps`. */
export const levelOfLinear = Uint8Array.from({ length: linearSteps + 1 }, (_, index) =>
  Math.round(255 * toEncoded(index / linearSteps)),
);

/**
 * Full light in `fixedOfLevel`. A box of 16 x 16 pixels still sums within 31 bits; the ceilings on
 * what is opened keep boxes at 11 x 11 (16,384 px to 400).
 */
export const fixedOne = 2 ** 23 - 1;

/** Linear light of each 8-bit sRGB level, in whole numbers of 0 to `fixedOne`. */
export const fixedOfLevel = Int32Array.from(linearOfLevel, (light) => Math.round(light * fixedOne));
