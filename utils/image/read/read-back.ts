/** Edge of the pattern: enough pixels that a browser which alters a few of them is caught. */
const edgePx = 64;

const pattern = (): Uint8ClampedArray<ArrayBuffer> => {
  const pixels = new Uint8ClampedArray(edgePx * edgePx * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const index = at / 4;
    pixels[at] = (index * 37) & 0xff;
    pixels[at + 1] = (index * 59) >> 3;
    pixels[at + 2] = (index * index) >> 5;
    pixels[at + 3] = 255;
  }
  return pixels;
};

/** Draws pixels on one canvas, that canvas on another, and reads the second. */
const throughCanvas = (pixels: Uint8ClampedArray<ArrayBuffer>): Uint8ClampedArray => {
  const [drawn, read] = [new OffscreenCanvas(edgePx, edgePx), new OffscreenCanvas(edgePx, edgePx)];
  const context = read.getContext('2d', { willReadFrequently: true });
  drawn.getContext('2d')?.putImageData(new ImageData(pixels, edgePx), 0, 0);
  context?.drawImage(drawn, 0, 0);
  return context?.getImageData(0, 0, edgePx, edgePx).data ?? new Uint8ClampedArray();
};

/** What became of a known pattern: as drawn, changed, or not given back at all. */
export type ReadBack = 'exact' | 'altered' | 'refused';

const readOr = (
  read: (pixels: Uint8ClampedArray<ArrayBuffer>) => Uint8ClampedArray,
  drawn: Uint8ClampedArray<ArrayBuffer>,
): Uint8ClampedArray | null => {
  try {
    return read(drawn);
  } catch {
    return null;
  }
};

/**
 * Whether a canvas gives back what was drawn. Some privacy modes change what is read, and with it
 * every picture made here; Chromium's `--disable-reading-from-canvas` throws. Firefox's
 * `privacy.resistFingerprinting` does so to web pages but leaves extensions alone (ESR 153, 2026-11-21).
 */
export const checkReadBack = (read = throughCanvas): ReadBack => {
  const drawn = pattern();
  const seen = readOr(read, drawn);
  if (seen === null) return 'refused';
  const isExact = seen.length === drawn.length && drawn.every((level, at) => seen[at] === level);
  return isExact ? 'exact' : 'altered';
};
