import { levelOfLinear, linearSteps } from './linear-light.ts';

const levelOf = (linear: number): number => {
  const index = linear <= 0 ? 0 : linear >= 1 ? linearSteps : Math.round(linear * linearSteps);
  return levelOfLinear[index]!;
};

/**
 * 8-bit sRGB RGBA pixels, fully opaque, from linear light in three channels: red, green, blue, or the
 * other way about where `isBlueFirst`.
 */
export const pixelsOfOpaque = (
  light: Float64Array,
  isBlueFirst: boolean,
): Uint8ClampedArray<ArrayBuffer> => {
  const [redAt, blueAt] = isBlueFirst ? [2, 0] : [0, 2];
  const pixels = new Uint8ClampedArray((light.length / 3) * 4);
  for (let from = 0, to = 0; from < light.length; from += 3, to += 4) {
    pixels[to] = levelOf(light[from + redAt]!);
    pixels[to + 1] = levelOf(light[from + 1]!);
    pixels[to + 2] = levelOf(light[from + blueAt]!);
    pixels[to + 3] = 255;
  }
  return pixels;
};

/** 8-bit sRGB RGBA pixels, alpha not multiplied in, from premultiplied linear light. */
export const pixelsOfAlpha = (light: Float64Array): Uint8ClampedArray<ArrayBuffer> => {
  const pixels = new Uint8ClampedArray(light.length);
  for (let at = 0; at < light.length; at += 4) {
    const alpha = light[at + 3]!;
    const level = Math.round(255 * alpha);
    if (level <= 0) continue;
    pixels[at] = levelOf(light[at]! / alpha);
    pixels[at + 1] = levelOf(light[at + 1]! / alpha);
    pixels[at + 2] = levelOf(light[at + 2]! / alpha);
    pixels[at + 3] = level;
  }
  return pixels;
};
