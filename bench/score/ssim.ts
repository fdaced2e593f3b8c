import { mustMatch, type Picture } from './psnr.ts';

/*
 * Structural similarity after Wang, Bovik, Sheikh and Simoncelli (IEEE Transactions on Image
 * Processing 13(4), 2004): Gaussian window of 11 and deviation 1.5, K1 0.01, K2 0.03, on brightness.
 */
const windowSize = 11;
const deviation = 1.5;
const stabiliser1 = (0.01 * 255) ** 2;
const stabiliser2 = (0.03 * 255) ** 2;

const bell = Array.from({ length: windowSize }, (_, index) =>
  Math.exp(-((index - (windowSize - 1) / 2) ** 2) / (2 * deviation ** 2)),
);
const bellSum = bell.reduce((sum, value) => sum + value, 0);
const window = Float64Array.from(bell, (value) => value / bellSum);

interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Float64Array;
}

/** Brightness (BT.601 weights) with see-through parts on white. */
const brightness = ({ widthPx, heightPx, pixels }: Picture): Plane => {
  const values = new Float64Array(widthPx * heightPx);
  for (let index = 0; index < values.length; index += 1) {
    const at = 4 * index;
    const alpha = (pixels[at + 3] ?? 0) / 255;
    const light =
      0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
    values[index] = 255 + alpha * (light - 255);
  }
  return { width: widthPx, height: heightPx, values };
};

const product = (a: Plane, b: Plane): Plane => ({
  ...a,
  values: a.values.map((value, index) => value * (b.values[index] ?? 0)),
});

/** Weighted means under every window position that lies wholly inside. */
const smoothed = ({ width, height, values }: Plane): Plane => {
  const outWidth = width - windowSize + 1;
  const outHeight = height - windowSize + 1;
  const across = new Float64Array(outWidth * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < outWidth; x += 1) {
      let sum = 0;
      for (let tap = 0; tap < windowSize; tap += 1) {
        sum += (window[tap] ?? 0) * (values[y * width + x + tap] ?? 0);
      }
      across[y * outWidth + x] = sum;
    }
  }
  const result = new Float64Array(outWidth * outHeight);
  for (let index = 0; index < result.length; index += 1) {
    let sum = 0;
    for (let tap = 0; tap < windowSize; tap += 1) {
      sum += (window[tap] ?? 0) * (across[index + tap * outWidth] ?? 0);
    }
    result[index] = sum;
  }
  return { width: outWidth, height: outHeight, values: result };
};

/** Mean structural similarity, 1 for equal pictures. */
export const ssim = (first: Picture, second: Picture): number => {
  mustMatch(first, second);
  const [a, b] = [brightness(first), brightness(second)];
  const [meanA, meanB] = [smoothed(a).values, smoothed(b).values];
  const [squareA, squareB] = [smoothed(product(a, a)).values, smoothed(product(b, b)).values];
  const both = smoothed(product(a, b)).values;
  let sum = 0;
  for (let index = 0; index < both.length; index += 1) {
    const mA = meanA[index] ?? 0;
    const mB = meanB[index] ?? 0;
    const spread = (squareA[index] ?? 0) - mA * mA + (squareB[index] ?? 0) - mB * mB;
    const shared = (both[index] ?? 0) - mA * mB;
    sum +=
      ((2 * mA * mB + stabiliser1) * (2 * shared + stabiliser2)) /
      ((mA * mA + mB * mB + stabiliser1) * (spread + stabiliser2));
  }
  return sum / both.length;
};
