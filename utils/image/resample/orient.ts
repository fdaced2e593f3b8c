/** A whole-quarter turn after flips, as it acts on finished pixels. */
export interface Orientation {
  /** Left and right, top and bottom swapped before the turn. */
  readonly flipX: boolean;
  readonly flipY: boolean;
  /** Clockwise steps of 90°. */
  readonly quarters: number;
}

/**
 * Flips and turns RGBA pixels, `widthPx` to a row, without touching a value. The result has rows of
 * `widthPx` where `quarters` is even, else of the source's height.
 */
export const orientPixels = (
  pixels: Uint8ClampedArray<ArrayBuffer>,
  widthPx: number,
  { flipX, flipY, quarters }: Orientation,
): Uint8ClampedArray<ArrayBuffer> => {
  if (!flipX && !flipY && quarters === 0) return pixels;
  const from = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const heightPx = from.length / widthPx;
  const to = new Uint32Array(from.length);
  const isSideways = quarters % 2 === 1;
  const [outWidth, outHeight] = isSideways ? [heightPx, widthPx] : [widthPx, heightPx];
  for (let y = 0, at = 0; y < outHeight; y += 1) {
    for (let x = 0; x < outWidth; x += 1, at += 1) {
      // Where this pixel was before the turn: one quarter takes left bottom to left top.
      let [column, row] = isSideways ? [y, heightPx - 1 - x] : [x, y];
      if (quarters >= 2) [column, row] = [widthPx - 1 - column, heightPx - 1 - row];
      if (flipX) column = widthPx - 1 - column;
      if (flipY) row = heightPx - 1 - row;
      to[at] = from[row * widthPx + column]!;
    }
  }
  return new Uint8ClampedArray(to.buffer);
};
