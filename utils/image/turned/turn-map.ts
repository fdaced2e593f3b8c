import type { SourceFrame, SourceRect } from '../../domain/picture.ts';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * From the result to the source: result pixel centres (x + 0.5, y + 0.5) map to source pixels
 * (a·x + b·y + e, c·x + d·y + f).
 */
export interface TurnMap {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
  /** Source pixels to one result pixel, along the frame's width and height. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** The map of a frame: undo the turn, then the flips, about the frame's centre. */
export const turnMap = (frame: SourceFrame, out: Size): TurnMap => {
  const rad = (frame.angleDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(rad), Math.sin(rad)];
  const [signX, signY] = [frame.flipX ? -1 : 1, frame.flipY ? -1 : 1];
  const [scaleX, scaleY] = [frame.width / out.widthPx, frame.height / out.heightPx];
  const [a, b] = [signX * cos * scaleX, signX * sin * scaleY];
  const [c, d] = [-signY * sin * scaleX, signY * cos * scaleY];
  const [midX, midY] = [out.widthPx / 2, out.heightPx / 2];
  const e = frame.centerX - a * midX - b * midY;
  const f = frame.centerY - c * midX - d * midY;
  return { a, b, c, d, e, f, scaleX, scaleY };
};

/** The whole source pixels a turned frame and the kernel around its edge reach, cut to the picture. */
export const reachOf = (
  map: TurnMap,
  out: Size,
  source: Size,
  kernelPx: number,
): SourceRect | null => {
  const xs = [0, map.a * out.widthPx, map.b * out.heightPx];
  const ys = [0, map.c * out.widthPx, map.d * out.heightPx];
  const reach = (offsets: readonly number[], start: number, size: number): [number, number] => {
    const [, along = 0, across = 0] = offsets;
    const corners = [0, along, across, along + across];
    const from = Math.floor(start + Math.min(...corners) - kernelPx);
    const to = Math.ceil(start + Math.max(...corners) + kernelPx);
    return [Math.max(0, from), Math.min(size, to)];
  };
  const [left, right] = reach(xs, map.e, source.widthPx);
  const [top, bottom] = reach(ys, map.f, source.heightPx);
  if (right <= left || bottom <= top) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
};
