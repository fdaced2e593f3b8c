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
  const seen = new Uint8Array(2 ** 24);
  const differences = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
  let hasAlpha = false;
  let distinctColours = 0;
  let repeated = 0;
  for (let index = 0; index < words.length; index += 1) {
    const at = 4 * index;
    const colour = (words[index] ?? 0) & 0xff_ffff;
    if (pixels[at + 3] !== 255) hasAlpha = true;
    if (seen[colour] === 0) {
      seen[colour] = 1;
      distinctColours += 1;
    }
    const leftAt = index % widthPx === 0 ? at : at - 4;
    if (leftAt !== at && words[index] === words[index - 1]) repeated += 1;
    for (let channel = 0; channel < 3; channel += 1) {
      const step = ((pixels[at + channel] ?? 0) - (pixels[leftAt + channel] ?? 0)) & 0xff;
      const counts = differences[channel];
      if (counts !== undefined) counts[step] = (counts[step] ?? 0) + 1;
    }
  }
  return {
    hasAlpha,
    distinctColours,
    repeatedShare: repeated / words.length,
    pngBytesEstimate: differences.reduce(
      (sum, counts) => sum + entropyBytes(counts, words.length),
      0,
    ),
  };
};
