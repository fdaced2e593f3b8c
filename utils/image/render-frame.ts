import type { SourceFrame, SourceRect } from '../domain/picture.ts';
import type { Decoded } from './decode.ts';
import { planFrame, type StraightFrame } from './frame-plan.ts';
import { reduceGrid } from './grid/box-grid.ts';
import { gridFor } from './grid/kept-grid.ts';
import { openPixels } from './read/open-pixels.ts';
import { reducePlan } from './reduce-plan.ts';
import { areaBefore, orientLight, orientPixels, turnedSize } from './resample/orient.ts';
import { pixelsOfAlpha, pixelsOfOpaque } from './resample/pixels-of-light.ts';
import { planResample } from './resample/plan.ts';
import { type Lattice, latticeFor } from './turned/lattice.ts';
import { renderTurned } from './turned/render-turned.ts';
import type { LightGrid } from './turned/sample-light.ts';
import { turnMap } from './turned/turn-map.ts';

type Picture = Pick<Decoded, 'bitmap' | 'format'>;
type Pixels = Uint8ClampedArray<ArrayBuffer>;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Reduced {
  readonly grid: LightGrid;
  readonly isBlueFirst: boolean;
}

/**
 * A reduced copy, upright and in linear light, of a part of a picture; null when `isStale` turned true.
 * A picture that lies sideways in memory is reduced as it lies: only the small copy is turned.
 */
const reduced = async (
  { bitmap, format }: Picture,
  rect: SourceRect,
  size: Size,
  isStale: () => boolean,
  pixelPx?: number,
): Promise<Reduced | null> => {
  const hasAlpha = format !== 'jpeg';
  const source = openPixels(bitmap, hasAlpha);
  try {
    const { turn, isBlueFirst } = source;
    const lying = turnedSize(size, turn);
    const plan = planResample(areaBefore(rect, source, turn), source, lying, pixelPx);
    const grid = hasAlpha ? null : gridFor(bitmap, plan);
    const reducedLight = grid
      ? await reduceGrid(grid, plan, isStale)
      : await reducePlan(source, plan, hasAlpha, isStale);
    if (reducedLight === null) return null;
    const channels = hasAlpha ? 4 : 3;
    const light = orientLight(reducedLight, lying, channels, turn);
    return { grid: { light, width: size.widthPx, height: size.heightPx, channels }, isBlueFirst };
  } finally {
    source.close();
  }
};

const renderStraight = async (
  picture: Picture,
  { rect, orientation }: StraightFrame,
  size: Size,
  isStale: () => boolean,
): Promise<Pixels | null> => {
  const lying = turnedSize(size, orientation);
  const read = await reduced(picture, rect, lying, isStale);
  if (read === null) return null;
  const { light, channels } = read.grid;
  const pixels = channels === 4 ? pixelsOfAlpha(light) : pixelsOfOpaque(light, read.isBlueFirst);
  return orientPixels(pixels, lying.widthPx, orientation);
};

const swapRedBlue = (light: Float64Array): void => {
  for (let at = 0; at < light.length; at += 4) {
    [light[at], light[at + 2]] = [light[at + 2]!, light[at]!];
  }
};

/** The last copy of a whole picture. It goes with the picture. */
const wholeOf = new WeakMap<ImageBitmap, { readonly lattice: Lattice; readonly read: Reduced }>();

const reducedTo = async (
  picture: Picture,
  lattice: Lattice,
  isStale: () => boolean,
): Promise<Reduced | null> => {
  const { area, size, pixelPx, isWhole } = lattice;
  const kept = wholeOf.get(picture.bitmap);
  if (isWhole && kept?.lattice.pixelPx === pixelPx) return kept.read;
  const read = await reduced(picture, area, size, isStale, pixelPx);
  if (isWhole && read !== null) wholeOf.set(picture.bitmap, { lattice, read });
  return read;
};

const renderAtAngle = async (
  picture: Picture,
  frame: SourceFrame,
  out: Size,
  isStale: () => boolean,
): Promise<Pixels | null> => {
  const source = { widthPx: picture.bitmap.width, heightPx: picture.bitmap.height };
  const map = turnMap(frame, out);
  const lattice = latticeFor(map, out, source);
  if (lattice === null) return new Uint8ClampedArray(out.widthPx * out.heightPx * 4);
  const read = await reducedTo(picture, lattice, isStale);
  if (read === null) return null;
  const light = renderTurned(read.grid, lattice.area, map, source, out);
  if (read.isBlueFirst) swapRedBlue(light);
  return pixelsOfAlpha(light);
};

/**
 * Renders what a frame holds of a picture at exact size, as 8-bit sRGB RGBA, in one pass from the
 * source's own pixels. Flips and whole quarter turns only move finished pixels; other angles go
 * through a kernel that lies along the frame. What reaches past the picture is clear. Null when
 * `isStale` turned true on the way.
 */
export const renderFrame = async (
  picture: Picture,
  frame: SourceFrame,
  size: Size,
  isStale: () => boolean,
): Promise<Pixels | null> => {
  const source = { widthPx: picture.bitmap.width, heightPx: picture.bitmap.height };
  const plan = planFrame(frame, source);
  return plan.kind === 'straight'
    ? renderStraight(picture, plan, size, isStale)
    : renderAtAngle(picture, plan.frame, size, isStale);
};
