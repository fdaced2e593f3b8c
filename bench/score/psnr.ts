/** 8-bit RGBA pixels, alpha not multiplied in, with their size. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint8Array | Uint8ClampedArray;
}

/** What is reported where two pictures do not differ at all: no number of decibels says that. */
export const sameDb = 99;

const peak = 255;

/** Mean squared difference of R, G and B with both pictures laid on one grey level, 0 to 255. */
const errorOver = (a: Picture, b: Picture, ground: number): number => {
  let sum = 0;
  for (let at = 0; at < a.pixels.length; at += 4) {
    const alphaA = (a.pixels[at + 3] ?? 0) / peak;
    const alphaB = (b.pixels[at + 3] ?? 0) / peak;
    for (let channel = 0; channel < 3; channel += 1) {
      const onA = ground + alphaA * ((a.pixels[at + channel] ?? 0) - ground);
      const onB = ground + alphaB * ((b.pixels[at + channel] ?? 0) - ground);
      sum += (onA - onB) ** 2;
    }
  }
  return sum / ((a.pixels.length / 4) * 3);
};

/** Throws where two pictures cannot be compared: only pictures of one size can. */
export const mustMatch = (a: Picture, b: Picture): void => {
  if (a.widthPx !== b.widthPx || a.heightPx !== b.heightPx || a.pixels.length !== b.pixels.length) {
    throw new Error(`Sizes differ: ${a.widthPx}x${a.heightPx} and ${b.widthPx}x${b.heightPx}`);
  }
};

/**
 * Peak signal-to-noise ratio in decibels over R, G and B. See-through pictures are compared on white
 * and on black and the errors averaged, since X shows either ground.
 */
export const psnrDb = (a: Picture, b: Picture): number => {
  mustMatch(a, b);
  const error = (errorOver(a, b, 255) + errorOver(a, b, 0)) / 2;
  return error === 0 ? sameDb : Math.min(sameDb, 10 * Math.log10(peak ** 2 / error));
};
