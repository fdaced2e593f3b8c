import type { SourceRect } from '../../domain/picture.ts';
import { createSampler, type LightGrid, lobes } from './sample-light.ts';
import type { TurnMap } from './turn-map.ts';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Below this many samples to a result pixel the kernel keeps to the grid, whose own limit is nearer. */
const leastScaleToTurn = 1.2;

/** Share of a result pixel at (x, y) that lies on the picture: soft over one pixel at its edges. */
const coverAt = (x: number, y: number, source: Size, map: TurnMap): number => {
  const across = Math.min(x, source.widthPx - x) / map.scaleX;
  const down = Math.min(y, source.heightPx - y) / map.scaleY;
  // A hair more than half, so that a frame that just fits is opaque to its corners.
  const share = (edge: number): number => Math.min(1, Math.max(0, edge + 0.501));
  return share(across) * share(down);
};

/** The kernel's axes on a grid of `perX` by `perY` samples to a source pixel. */
const axesFor = (map: TurnMap, perX: number, perY: number) => {
  const { a, b, c, d, scaleX, scaleY } = map;
  const isTurned = Math.min(scaleX * perX, scaleY * perY) > leastScaleToTurn;
  if (!isTurned) {
    const spread = (scale: number, per: number): number => Math.max(1, scale * per);
    const scale = Math.max(scaleX, scaleY);
    return {
      alongX: 1 / spread(scale, perX),
      alongY: 0,
      acrossX: 0,
      acrossY: 1 / spread(scale, perY),
    };
  }
  return {
    alongX: a / scaleX ** 2 / perX,
    alongY: c / scaleX ** 2 / perY,
    acrossX: b / scaleY ** 2 / perX,
    acrossY: d / scaleY ** 2 / perY,
  };
};

/** Source pixels that the kernel reaches beyond a frame's edge. */
export const kernelReachPx = ({ scaleX, scaleY }: TurnMap): number =>
  Math.ceil(lobes * Math.SQRT2 * Math.max(1, scaleX, scaleY)) + 2;

/**
 * Draws a turned frame from a grid of linear light that holds `area` of the source: premultiplied
 * light in four channels, in the grid's order. What lies outside the picture is left clear.
 */
export const renderTurned = (
  grid: LightGrid,
  area: SourceRect,
  map: TurnMap,
  source: Size,
  out: Size,
): Float64Array => {
  const [perX, perY] = [grid.width / area.width, grid.height / area.height];
  const sample = createSampler(grid, axesFor(map, perX, perY));
  const light = new Float64Array(out.widthPx * out.heightPx * 4);
  const mean = new Float64Array(4);
  for (let row = 0, at = 0; row < out.heightPx; row += 1) {
    for (let column = 0; column < out.widthPx; column += 1, at += 4) {
      const x = map.a * (column + 0.5) + map.b * (row + 0.5) + map.e;
      const y = map.c * (column + 0.5) + map.d * (row + 0.5) + map.f;
      const cover = coverAt(x, y, source, map);
      if (cover === 0) continue;
      sample((x - area.x) * perX - 0.5, (y - area.y) * perY - 0.5, mean);
      for (let channel = 0; channel < 4; channel += 1) {
        light[at + channel] = cover * mean[channel]!;
      }
    }
  }
  return light;
};
