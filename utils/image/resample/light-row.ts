import { linearOfLevel } from './linear-light.ts';

/**
 * Adds one row of 8-bit RGBA pixels, as linear light, to a row of boxes `boxWidth` pixels wide.
 * Three channels: alpha is ignored.
 */
export const addOpaqueRow = (
  boxes: Float64Array,
  pixels: Uint8ClampedArray,
  from: number,
  width: number,
  boxWidth: number,
): void => {
  const end = from + 4 * width;
  let at = from;
  if (boxWidth === 1) {
    for (let box = 0; at < end; at += 4, box += 3) {
      boxes[box] = (boxes[box] ?? 0) + (linearOfLevel[pixels[at] ?? 0] ?? 0);
      boxes[box + 1] = (boxes[box + 1] ?? 0) + (linearOfLevel[pixels[at + 1] ?? 0] ?? 0);
      boxes[box + 2] = (boxes[box + 2] ?? 0) + (linearOfLevel[pixels[at + 2] ?? 0] ?? 0);
    }
    return;
  }
  for (let box = 0; at < end; box += 3) {
    let red = boxes[box] ?? 0;
    let green = boxes[box + 1] ?? 0;
    let blue = boxes[box + 2] ?? 0;
    const boxEnd = Math.min(end, at + 4 * boxWidth);
    for (; at < boxEnd; at += 4) {
      red += linearOfLevel[pixels[at] ?? 0] ?? 0;
      green += linearOfLevel[pixels[at + 1] ?? 0] ?? 0;
      blue += linearOfLevel[pixels[at + 2] ?? 0] ?? 0;
    }
    boxes[box] = red;
    boxes[box + 1] = green;
    boxes[box + 2] = blue;
  }
};

/**
 * The same with four channels, colours multiplied by alpha: a see-through pixel's hidden colour then
 * weighs nothing, which is what keeps edges free of dark or foreign fringes.
 */
export const addAlphaRow = (
  boxes: Float64Array,
  pixels: Uint8ClampedArray,
  from: number,
  width: number,
  boxWidth: number,
): void => {
  const end = from + 4 * width;
  let at = from;
  for (let box = 0; at < end; box += 4) {
    const boxEnd = Math.min(end, at + 4 * boxWidth);
    for (; at < boxEnd; at += 4) {
      const alpha = (pixels[at + 3] ?? 0) / 255;
      boxes[box] = (boxes[box] ?? 0) + alpha * (linearOfLevel[pixels[at] ?? 0] ?? 0);
      boxes[box + 1] = (boxes[box + 1] ?? 0) + alpha * (linearOfLevel[pixels[at + 1] ?? 0] ?? 0);
      boxes[box + 2] = (boxes[box + 2] ?? 0) + alpha * (linearOfLevel[pixels[at + 2] ?? 0] ?? 0);
      boxes[box + 3] = (boxes[box + 3] ?? 0) + alpha;
    }
  }
};
