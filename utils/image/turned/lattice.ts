import type { SourceRect } from '../../domain/picture.ts';
import { kernelReachPx } from './render-turned.ts';
import { reachOf, type TurnMap } from './turn-map.ts';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A reduced copy of a part of a picture, for a turned frame to be drawn from. */
export interface Lattice {
  readonly area: SourceRect;
  readonly size: Size;
  /** Source pixels that one pixel of a frame holds, or about as many. */
  readonly pixelPx: number;
  /** True where it is all of the picture, and so serves every frame of about the same size. */
  readonly isWhole: boolean;
}

/** Samples kept for each result pixel before turning: the kernel then has room to cut off well. */
const samplesPerPixel = 2;
/** Eight sizes to a doubling: straightening changes a frame's size a little with every step. */
const sizesPerDoubling = 8;
/** Samples of a copy of the whole picture; 40 MB with alpha. */
const maxWholeSamples = 1_250_000;

const nearSize = (step: number): number =>
  2 ** (Math.round(Math.log2(step) * sizesPerDoubling) / sizesPerDoubling);

/**
 * The copy a turned frame is drawn from: of the whole picture where that is small, so that it can be kept,
 * else of what the frame reaches. Null where it reaches nothing.
 */
export const latticeFor = (map: TurnMap, out: Size, source: Size): Lattice | null => {
  const area = reachOf(map, out, source, kernelReachPx(map));
  if (area === null) return null;
  const { widthPx, heightPx } = source;
  const step = Math.max(1, Math.min(map.scaleX, map.scaleY) / samplesPerPixel);
  const [near, pixelPx] = [nearSize(step), step * samplesPerPixel];
  const whole = { widthPx: Math.ceil(widthPx / near), heightPx: Math.ceil(heightPx / near) };
  if (whole.widthPx * whole.heightPx <= maxWholeSamples) {
    const all = { x: 0, y: 0, width: widthPx, height: heightPx };
    return { area: all, size: whole, pixelPx: near * samplesPerPixel, isWhole: true };
  }
  const size = { widthPx: Math.ceil(area.width / step), heightPx: Math.ceil(area.height / step) };
  return { area, size, pixelPx, isWhole: false };
};
