import type { SourceRect } from '../../domain/picture.ts';

/** A whole-quarter turn after flips, as it acts on finished pixels. */
export interface Orientation {
  /** Left and right, top and bottom swapped before the turn. */
  readonly flipX: boolean;
  readonly flipY: boolean;
  /** Clockwise steps of 90°. */
  readonly quarters: number;
}

/** Leaves everything as it is. */
export const upright: Orientation = { flipX: false, flipY: false, quarters: 0 };

const isUpright = ({ flipX, flipY, quarters }: Orientation): boolean =>
  !flipX && !flipY && quarters === 0;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The size of something turned, or of what it was before: whole quarters only swap the sides. */
export const turnedSize = ({ widthPx, heightPx }: Size, { quarters }: Orientation): Size =>
  quarters % 2 === 1 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };

/** Where a place in the turned picture was before, in a picture of `size`. Continuous, edge to edge. */
const placeBefore = (
  [x, y]: readonly [number, number],
  { widthPx, heightPx }: Size,
  { flipX, flipY, quarters }: Orientation,
): readonly [number, number] => {
  let [across, down] = quarters % 2 === 1 ? [y, heightPx - x] : [x, y];
  // One quarter takes left bottom to left top; two more than that take it to the far corner.
  if (quarters >= 2) [across, down] = [widthPx - across, heightPx - down];
  return [flipX ? widthPx - across : across, flipY ? heightPx - down : down];
};

/** Where an area of the turned picture was before the turn, in a picture of `size`. */
export const areaBefore = (
  { x, y, width, height }: SourceRect,
  size: Size,
  orientation: Orientation,
): SourceRect => {
  const [fromX, fromY] = placeBefore([x, y], size, orientation);
  const [toX, toY] = placeBefore([x + width, y + height], size, orientation);
  return {
    x: Math.min(fromX, toX),
    y: Math.min(fromY, toY),
    width: Math.abs(toX - fromX),
    height: Math.abs(toY - fromY),
  };
};

interface Samples {
  readonly length: number;
  [index: number]: number;
}

/** Moves every sample of `from` to its place in `to`; `size` is that of `from`. */
const move = (
  from: Samples,
  to: Samples,
  size: Size,
  channels: number,
  orientation: Orientation,
): void => {
  const indexBefore = (x: number, y: number): number => {
    // The middle of a pixel, so that both ends of a line count alike.
    const [column, row] = placeBefore([x + 0.5, y + 0.5], size, orientation);
    return (Math.floor(row) * size.widthPx + Math.floor(column)) * channels;
  };
  const turned = turnedSize(size, orientation);
  const step = indexBefore(1, 0) - indexBefore(0, 0);
  for (let y = 0, at = 0; y < turned.heightPx; y += 1) {
    let start = indexBefore(0, y);
    for (let x = 0; x < turned.widthPx; x += 1, start += step) {
      for (let channel = 0; channel < channels; channel += 1, at += 1) {
        to[at] = from[start + channel]!;
      }
    }
  }
};

/**
 * Flips and turns samples of light, `size` before the turn, without touching a value.
 */
export const orientLight = (
  light: Float64Array<ArrayBuffer>,
  size: Size,
  channels: number,
  orientation: Orientation,
): Float64Array<ArrayBuffer> => {
  if (isUpright(orientation)) return light;
  const to = new Float64Array(light.length);
  move(light, to, size, channels, orientation);
  return to;
};

/**
 * Flips and turns RGBA pixels, `widthPx` to a row, without touching a value. The result has rows of
 * `widthPx` where `quarters` is even, else of the source's height.
 */
export const orientPixels = (
  pixels: Uint8ClampedArray<ArrayBuffer>,
  widthPx: number,
  orientation: Orientation,
): Uint8ClampedArray<ArrayBuffer> => {
  if (isUpright(orientation)) return pixels;
  const from = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const to = new Uint32Array(from.length);
  move(from, to, { widthPx, heightPx: from.length / widthPx }, 1, orientation);
  return new Uint8ClampedArray(to.buffer);
};
