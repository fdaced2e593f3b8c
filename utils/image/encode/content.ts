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
  // Every platform browsers run on keeps a word's first byte, red, lowest.
  for (let index = 0, column = 0; index < words.length; index += 1) {
    const word = words[index]!;
    const left = column === 0 ? word : words[index - 1]!;
    if (word >>> 24 !== 255) hasAlpha = true;
    const [slot, bit] = [(word & 0xff_ffff) >>> 5, 1 << (word & 31)];
    if ((seen[slot]! & bit) === 0) {
      seen[slot] = seen[slot]! | bit;
      distinctColours += 1;
    }
    if (column > 0 && word === left) repeated += 1;
    const red = (word - left) & 0xff;
    const green = 256 + (((word >>> 8) - (left >>> 8)) & 0xff);
    const blue = 512 + (((word >>> 16) - (left >>> 16)) & 0xff);
    differences[red] = differences[red]! + 1;
    differences[green] = differences[green]! + 1;
    differences[blue] = differences[blue]! + 1;
    column = column + 1 === widthPx ? 0 : column + 1;
  }
  return {
    hasAlpha,
    distinctColours,
    repeatedShare: repeated / words.length,
    pngBytesEstimate: entropyBytes(differences, words.length),
  };
};
