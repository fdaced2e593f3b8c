import type { SourceFrame, SourceRect } from '../domain/picture.ts';
import { clampRect } from './crop-rect.ts';
import type { Orientation } from './resample/orient.ts';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A frame that lies along the picture's own rows: reduced as it lies, then turned pixel by pixel. */
export interface StraightFrame {
  readonly kind: 'straight';
  readonly rect: SourceRect;
  readonly orientation: Orientation;
}

/** A frame at any angle: the result's pixel (x, y), from 0 to 1 over both sides, to source pixels. */
export interface TurnedFrame {
  readonly kind: 'turned';
  readonly frame: SourceFrame;
}

/** How near to a whole quarter, in degrees, counts as one: less than a pixel on any picture. */
const quarterWithinDeg = 0.001;
/** How far a straight frame may reach past the picture before it is drawn with empty corners. */
const overhangPx = 0.5;

const isInside = ({ x, y, width, height }: SourceRect, { widthPx, heightPx }: Size): boolean =>
  x >= -overhangPx &&
  y >= -overhangPx &&
  x + width <= widthPx + overhangPx &&
  y + height <= heightPx + overhangPx;

/** A plain rectangle as a frame that is neither flipped nor turned. */
export const frameOfRect = ({ x, y, width, height }: SourceRect): SourceFrame => ({
  centerX: x + width / 2,
  centerY: y + height / 2,
  width,
  height,
  angleDeg: 0,
  flipX: false,
  flipY: false,
});

/** Sorts out which way of rendering a frame takes. Whole quarters and flips lose nothing. */
export const planFrame = (frame: SourceFrame, source: Size): StraightFrame | TurnedFrame => {
  const steps = Math.round(frame.angleDeg / 90);
  const isQuarter = Math.abs(frame.angleDeg - 90 * steps) <= quarterWithinDeg;
  const quarters = ((steps % 4) + 4) % 4;
  const isSideways = quarters % 2 === 1;
  const [width, height] = isSideways ? [frame.height, frame.width] : [frame.width, frame.height];
  const [x, y] = [frame.centerX - width / 2, frame.centerY - height / 2];
  const rect = { x, y, width, height };
  if (!isQuarter || !isInside(rect, source)) return { kind: 'turned', frame };
  const { flipX, flipY } = frame;
  return {
    kind: 'straight',
    rect: clampRect(rect, source),
    orientation: { flipX, flipY, quarters },
  };
};
