/** Pictures that tests make for themselves. Everything here is drawn or computed, nothing is read. */

export type Pixels = Uint8ClampedArray<ArrayBuffer>;

/** Calls `paint` for every pixel with its position; it gives red, green, blue and alpha, 0 to 255. */
export const paintPixels = (
  widthPx: number,
  heightPx: number,
  paint: (x: number, y: number) => readonly [number, number, number, number?],
): Pixels => {
  const pixels = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0, at = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1, at += 4) {
      const [red, green, blue, alpha = 255] = paint(x, y);
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
      pixels[at + 3] = alpha;
    }
  }
  return pixels;
};

/** A small repeatable source of numbers from 0 to 1. */
export const repeatableNoise = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

/** Pixels like a photo's: soft light, edges, fine texture at several sizes, sensor noise. */
export const photoPixels = (widthPx: number, heightPx: number, seed = 7): Pixels => {
  const noise = repeatableNoise(seed);
  return paintPixels(widthPx, heightPx, (x, y) => {
    const u = x / widthPx;
    const v = y / heightPx;
    const light = 90 + 80 * Math.sin(3 * u + 2 * v) + 30 * Math.cos(9 * v - 4 * u);
    const weave = 14 * Math.sin(x * 0.9) * Math.sin(y * 1.1) + 10 * Math.sin((x + 2 * y) * 0.21);
    const edge = Math.hypot(u - 0.5, v - 0.45) < 0.28 ? 45 : Math.sin(40 * u) > 0.3 ? -25 : 0;
    const grain = 16 * (noise() - 0.5);
    return [light + weave + edge + grain, light * 0.8 + weave + grain, 200 - light + edge + grain];
  });
};

/** Pixels of a drawn logo: flat areas with soft edges on nothing. */
export const logoPixels = (edgePx: number): Pixels =>
  paintPixels(edgePx, edgePx, (x, y) => {
    const distance = Math.hypot(x - edgePx / 2, y - edgePx / 2) / edgePx;
    const cover = Math.min(1, Math.max(0, (0.4 - distance) * edgePx));
    const isBar = Math.abs(y / edgePx - 0.5) < 0.08 || Math.abs(x / edgePx - 0.5) < 0.05;
    return isBar ? [255, 255, 255, 255 * cover] : [29, 155, 240, 255 * cover];
  });

export const canvasOf = (
  pixels: Pixels,
  widthPx: number,
  colorSpace: PredefinedColorSpace = 'srgb',
): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(widthPx, pixels.length / 4 / widthPx);
  const context = canvas.getContext('2d', { colorSpace });
  if (context === null) throw new Error('no 2d context');
  context.putImageData(new ImageData(pixels, widthPx, canvas.height, { colorSpace }), 0, 0);
  return canvas;
};

/** Pixels as a file that the browser's own encoder makes. */
export const fileOf = (
  pixels: Pixels,
  widthPx: number,
  type: 'image/png' | 'image/jpeg' | 'image/webp' = 'image/png',
): Promise<Blob> => canvasOf(pixels, widthPx).convertToBlob({ type, quality: 0.95 });

export const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.arrayBuffer());

/** A picture file's pixels as the browser decodes them, in sRGB. */
export const decodedPixels = async (file: Blob): Promise<{ pixels: Pixels; widthPx: number }> => {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return { pixels: new Uint8ClampedArray(data), widthPx: bitmap.width };
};

/** Peak signal-to-noise ratio of the colours of two equally large pictures, in dB. */
export const psnr = (a: Uint8ClampedArray, b: Uint8ClampedArray): number => {
  if (a.length !== b.length) throw new Error('pictures differ in size');
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) {
    if (at % 4 !== 3) sum += ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
  }
  return sum === 0 ? Infinity : 10 * Math.log10(255 ** 2 / (sum / (a.length * 0.75)));
};
