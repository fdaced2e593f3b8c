import sharp from 'sharp';

const greyOf = async (bytes: Uint8Array) => {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

type Grey = Awaited<ReturnType<typeof greyOf>>;

const marginPx = 2;

/** Mean squared difference of two pictures, the second moved by (byX, byY), their edges left out. */
const differenceAt = (one: Grey, other: Grey, byX: number, byY: number): number => {
  let sum = 0;
  for (let y = marginPx; y < one.height - marginPx; y += 1) {
    for (let x = marginPx; x < one.width - marginPx; x += 1) {
      const here = one.data[y * one.width + x] ?? 0;
      sum += (here - (other.data[(y + byY) * one.width + x + byX] ?? 0)) ** 2;
    }
  }
  return sum / ((one.width - 2 * marginPx) * (one.height - 2 * marginPx));
};

/**
 * How two pictures of the same size lie over each other: the shift in whole pixels, up to one each way,
 * at which they are most alike, and how alike they are there, in dB (PSNR of their grey values).
 */
export const alignment = async (
  first: Uint8Array,
  second: Uint8Array,
): Promise<{ readonly shift: readonly [number, number]; readonly decibels: number }> => {
  const [one, other] = await Promise.all([greyOf(first), greyOf(second)]);
  if (one.width !== other.width || one.height !== other.height) throw new Error('other sizes');
  const steps = [-1, 0, 1];
  const tried = steps.flatMap((byX) =>
    steps.map((byY) => ({ shift: [byX, byY] as const, mse: differenceAt(one, other, byX, byY) })),
  );
  const [best] = tried.toSorted((a, b) => a.mse - b.mse);
  if (!best) throw new Error('nothing was tried');
  return { shift: best.shift, decibels: 10 * Math.log10(255 ** 2 / best.mse) };
};
