import type { SourceFrame, SourceRect } from './picture.ts';
import { angleDegOf, cosSin, noTurn, type Turn } from './turn.ts';

/** What is being framed: an upright picture, the shape of the frame, and how far one may zoom in. */
export interface Crop {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width of the frame divided by its height: 1 for an avatar, 3 for a banner. */
  readonly aspect: number;
  /** At least 1. */
  readonly maxZoom: number;
  /** How the picture lies under the frame. */
  readonly turn: Turn;
}

/**
 * Where the frame stands: its centre in source pixels; zoom 1 is the largest frame that fits while the
 * picture lies straight. See `coverZoom` for one that does not.
 */
export interface View {
  readonly centerX: number;
  readonly centerY: number;
  readonly zoom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle on the stage, in CSS pixels: where the frame is drawn. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The six numbers of `setTransform(a, b, c, d, e, f)`: source pixels to stage pixels. */
export type Affine = readonly [number, number, number, number, number, number];

const between = (low: number, value: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

/** Zoom always reaches this far, however small the picture. */
const leastMaxZoom = 3;
/** The closest frame still holds this share of the pixels wanted; a warning stands long before. */
const leastShareOfTarget = 0.25;

/**
 * Describes a picture to be framed. Sizes in pixels; `targetWidthPx` is the width the result will have
 * and sets how far one may zoom in.
 */
export const createCrop = (
  picture: { readonly widthPx: number; readonly heightPx: number },
  aspect: number,
  targetWidthPx: number,
): Crop => {
  const widest = Math.min(picture.widthPx, picture.heightPx * aspect);
  const maxZoom = Math.max(leastMaxZoom, widest / (targetWidthPx * leastShareOfTarget));
  return { widthPx: picture.widthPx, heightPx: picture.heightPx, aspect, maxZoom, turn: noTurn };
};

/** The same picture turned. */
export const turnCrop = (crop: Crop, turn: Turn): Crop => ({ ...crop, turn });

/** Sides of the upright box, in source pixels, around a frame 1 wide under a turned picture. */
const spanOf = (
  { aspect }: Crop,
  turn: Turn,
): { readonly width: number; readonly height: number } => {
  const [c, s] = cosSin(turn);
  const [along, across] = [Math.abs(c), Math.abs(s)];
  return { width: along + across / aspect, height: across + along / aspect };
};

const widestAt = (crop: Crop, turn: Turn): number => {
  const span = spanOf(crop, turn);
  return Math.min(crop.widthPx / span.width, crop.heightPx / span.height);
};

/** Size of the frame in source pixels at a zoom. */
export const frameSize = (
  crop: Crop,
  zoom: number,
): { readonly width: number; readonly height: number } => {
  const width = widestAt(crop, { ...crop.turn, straightenDeg: 0 }) / zoom;
  return { width, height: width / crop.aspect };
};

/** The least zoom at which no corner of the frame leaves the turned picture; 1 when it lies straight. */
export const coverZoom = (crop: Crop): number =>
  frameSize(crop, 1).width / widestAt(crop, crop.turn);

const clampZoom = (crop: Crop, zoom: number): number =>
  between(coverZoom(crop), zoom, crop.maxZoom);

/**
 * The nearest view whose frame lies inside the picture, with zoom from `coverZoom` to `maxZoom`. The
 * picture is an upright box, so the frame is inside when the upright box around it is.
 */
export const clampView = (crop: Crop, view: View): View => {
  const zoom = clampZoom(crop, view.zoom);
  const { width: side } = frameSize(crop, zoom);
  const span = spanOf(crop, crop.turn);
  const [halfX, halfY] = [(side * span.width) / 2, (side * span.height) / 2];
  return {
    centerX: between(halfX, view.centerX, crop.widthPx - halfX),
    centerY: between(halfY, view.centerY, crop.heightPx - halfY),
    zoom,
  };
};

/** The largest frame, in the middle. */
export const fit = (crop: Crop): View => ({
  centerX: crop.widthPx / 2,
  centerY: crop.heightPx / 2,
  zoom: coverZoom(crop),
});

/** Moves the frame by source pixels, as far as the picture reaches. */
export const pan = (crop: Crop, view: View, byX: number, byY: number): View =>
  clampView(crop, { ...view, centerX: view.centerX + byX, centerY: view.centerY + byY });

/**
 * Sets the zoom so that the source pixel at `point` stays where it is in the frame, unless the edge of
 * the picture is in the way. Without a point, the centre stays.
 */
export const zoomTo = (crop: Crop, view: View, zoom: number, point?: Point): View => {
  const next = clampZoom(crop, zoom);
  if (!point) return clampView(crop, { ...view, zoom: next });
  const share = view.zoom / next;
  return clampView(crop, {
    centerX: point.x + (view.centerX - point.x) * share,
    centerY: point.y + (view.centerY - point.y) * share,
    zoom: next,
  });
};

/** Multiplies the zoom, holding the source pixel at `point`: see `zoomTo`. */
export const zoomAt = (crop: Crop, view: View, factor: number, point?: Point): View =>
  zoomTo(crop, view, view.zoom * factor, point);

/** What the frame holds, however the picture is turned, in upright source pixels with fractions. */
export const toSourceFrame = (crop: Crop, view: View): SourceFrame => {
  const { centerX, centerY, zoom } = clampView(crop, view);
  const { flipX, flipY } = crop.turn;
  return {
    centerX,
    centerY,
    ...frameSize(crop, zoom),
    angleDeg: angleDegOf(crop.turn),
    flipX,
    flipY,
  };
};

/**
 * What the frame holds of a picture that lies straight, else the upright box around it, in source
 * pixels with fractions: never a hair outside the picture.
 */
export const toSourceRect = (crop: Crop, view: View): SourceRect => {
  const inside = clampView(crop, view);
  const side = frameSize(crop, inside.zoom).width;
  const span = spanOf(crop, crop.turn);
  const [width, height] = [side * span.width, side * span.height];
  const x = between(0, inside.centerX - width / 2, crop.widthPx - width);
  const y = between(0, inside.centerY - height / 2, crop.heightPx - height);
  return {
    x,
    y,
    width: Math.min(width, crop.widthPx - x),
    height: Math.min(height, crop.heightPx - y),
  };
};

/** The largest box of the frame's shape in the middle of a stage, `inset` CSS pixels from its edges. */
export const boxOnStage = (
  stage: { readonly width: number; readonly height: number },
  aspect: number,
  inset: number,
): Box => {
  const room = {
    width: Math.max(1, stage.width - 2 * inset),
    height: Math.max(1, stage.height - 2 * inset),
  };
  const width = Math.min(room.width, room.height * aspect);
  const height = width / aspect;
  return { x: (stage.width - width) / 2, y: (stage.height - height) / 2, width, height };
};

/** Maps source pixels to stage pixels so that the frame of `view` fills `box`. */
export const sourceToStage = (crop: Crop, view: View, box: Box): Affine => {
  const scale = box.width / frameSize(crop, view.zoom).width;
  const [cos, sin] = cosSin(crop.turn);
  const byX = crop.turn.flipX ? -scale : scale;
  const byY = crop.turn.flipY ? -scale : scale;
  const [a, b, c, d] = [cos * byX, sin * byX, -sin * byY, cos * byY];
  return [
    a,
    b,
    c,
    d,
    box.x + box.width / 2 - a * view.centerX - c * view.centerY,
    box.y + box.height / 2 - b * view.centerX - d * view.centerY,
  ];
};

/** The source pixel under a point of the stage; the inverse of `sourceToStage`. */
export const stageToSource = (matrix: Affine, point: Point): Point => {
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * d - b * c;
  const x = point.x - e;
  const y = point.y - f;
  return { x: (d * x - c * y) / determinant, y: (a * y - b * x) / determinant };
};

/** A step on the stage, in shares of the frame's width, as a step over the source in its pixels. */
export const stepToSource = (crop: Crop, view: View, byX: number, byY: number): Point => {
  const unit = { x: 0, y: 0, width: 1, height: 1 / crop.aspect };
  const [a, b, c, d] = sourceToStage(crop, view, unit);
  return stageToSource([a, b, c, d, 0, 0], { x: byX, y: byY });
};

/** A slider's place, 0 to 1, for a zoom: equal steps feel equal, so the scale is logarithmic. */
export const zoomToSlider = (crop: Crop, zoom: number): number => {
  const least = coverZoom(crop);
  const reach = Math.log(crop.maxZoom / least);
  return reach <= 0 ? 0 : Math.log(clampZoom(crop, zoom) / least) / reach;
};

/** The zoom at a slider's place from 0 to 1. */
export const sliderToZoom = (crop: Crop, place: number): number => {
  const least = coverZoom(crop);
  return least * (Math.max(least, crop.maxZoom) / least) ** between(0, place, 1);
};
