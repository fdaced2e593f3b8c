/** What a result's own pixels say about it. Shares are 0 to 1 of all pixels. */
export interface Content {
  /** True where any pixel is less than fully opaque. */
  readonly hasAlpha: boolean;
  readonly distinctColours: number;
  /** Share of pixels of exactly the same colour as the one to the left: high in drawn art. */
  readonly repeatedShare: number;
  /** Rough size of the picture as PNG: the entropy of differences between neighbours. */
  readonly pngBytesEstimate: number;
}

const entropyBytes = (counts: Uint32Array, total: number): number => {
  let bits = 0;
  for (const count of counts) if (count > 0) bits += count * Math.log2(total / count);
  return bits / 8;
};

/** Measures 8-bit RGBA pixels, `widthPx` to a row. */
export const describeContent = (pixels: Uint8ClampedArray, widthPx: number): Content => {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  // One bit for each colour there is.
  const seen = new Int32Array(2 ** 19);
  const differences = new Uint32Array(3 * 256);
  let hasAlpha = false;
  let distinctColours = 0;
  let repeated = 0;
  for (let index = 0; index < words.length; index += 1) {
    const at = 4 * index;
    const colour = words[index]! & 0xff_ffff;
    if (pixels[at + 3] !== 255) hasAlpha = true;
    const [slot, bit] = [colour >>> 5, 1 << (colour & 31)];
    if ((seen[slot]! & bit) === 0) {
      seen[slot] = seen[slot]! | bit;
      distinctColours += 1;
    }
    const leftAt = index % widthPx === 0 ? at : at - 4;
    if (leftAt !== at && words[index] === words[index - 1]) repeated += 1;
    for (let channel = 0; channel < 3; channel += 1) {
      const step = (pixels[at + channel]! - pixels[leftAt + channel]!) & 0xff;
      const slot = 256 * channel + step;
      differences[slot] = differences[slot]! + 1;
    }
  }
  return {
    hasAlpha,
    distinctColours,
    repeatedShare: repeated / words.length,
    pngBytesEstimate: entropyBytes(differences, words.length),
  };
};
