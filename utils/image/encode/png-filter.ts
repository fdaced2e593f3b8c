/** The five row filters of PNG (PNG 3rd edition, 9.2), in the order of their numbers. */
const filterCount = 5;

const paeth = (left: number, up: number, upLeft: number): number => {
  const estimate = left + up - upLeft;
  const [byLeft, byUp, byCorner] = [
    Math.abs(estimate - left),
    Math.abs(estimate - up),
    Math.abs(estimate - upLeft),
  ];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : upLeft;
};

const predicted = (filter: number, left: number, up: number, upLeft: number): number => {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, upLeft) : 0;
};

/** Writes one filtered row after its filter number and gives the sum of its distances from zero. */
const filterRow = (
  rows: { readonly above: Uint8Array; readonly row: Uint8Array },
  filter: number,
  pixelBytes: number,
  result: Uint8Array,
): number => {
  const { above, row } = rows;
  let cost = 0;
  result[0] = filter;
  for (let at = 0; at < row.length; at += 1) {
    const left = at < pixelBytes ? 0 : (row[at - pixelBytes] ?? 0);
    const upLeft = at < pixelBytes ? 0 : (above[at - pixelBytes] ?? 0);
    const value = ((row[at] ?? 0) - predicted(filter, left, above[at] ?? 0, upLeft)) & 0xff;
    result[at + 1] = value;
    cost += value < 128 ? value : 256 - value;
  }
  return cost;
};

/**
 * Prepares rows of `rowBytes` bytes for compression as PNG wants them. `adaptive` takes for each row
 * the filter that leaves the smallest differences (good for shaded pictures); `plain` leaves the
 * bytes as they are (often better for flat ones).
 */
export const filterRows = (
  bytes: Uint8Array,
  rowBytes: number,
  pixelBytes: number,
  mode: 'adaptive' | 'plain',
): Uint8Array<ArrayBuffer> => {
  const height = bytes.length / rowBytes;
  const tried = mode === 'adaptive' ? filterCount : 1;
  const result = new Uint8Array(height * (rowBytes + 1));
  let above: Uint8Array = new Uint8Array(rowBytes);
  let best = new Uint8Array(rowBytes + 1);
  let trial = new Uint8Array(rowBytes + 1);
  for (let y = 0; y < height; y += 1) {
    const row = bytes.subarray(y * rowBytes, (y + 1) * rowBytes);
    let bestCost = filterRow({ above, row }, 0, pixelBytes, best);
    for (let filter = 1; filter < tried; filter += 1) {
      const cost = filterRow({ above, row }, filter, pixelBytes, trial);
      if (cost < bestCost) {
        [best, trial] = [trial, best];
        bestCost = cost;
      }
    }
    result.set(best, y * (rowBytes + 1));
    above = row;
  }
  return result;
};
