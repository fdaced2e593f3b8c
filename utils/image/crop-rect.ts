import type { SourceRect } from '../domain/picture.ts';

const placed = (start: number, length: number, size: number): readonly [number, number] => {
  const from = Math.min(Math.max(start, 0), size - 1);
  const to = Math.min(Math.max(start + length, from + 1), size);
  return [Math.min(from, to - 1), to - Math.min(from, to - 1)];
};

/**
 * Brings a rectangle (source pixels, fractions allowed) inside a picture: what reaches past an edge
 * is cut off, and at least one pixel a side remains.
 */
export const clampRect = (
  rect: SourceRect,
  source: { readonly widthPx: number; readonly heightPx: number },
): SourceRect => {
  const [x, width] = placed(rect.x, rect.width, source.widthPx);
  const [y, height] = placed(rect.y, rect.height, source.heightPx);
  return { x, y, width, height };
};
