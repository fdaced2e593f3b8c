import type { SourceRect } from './picture.ts';

/** What is being framed: an upright picture, the shape of the frame, and how far one may zoom in. */
export interface Crop {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width of the frame divided by its height: 1 for an avatar, 3 for a banner. */
  readonly aspect: number;
  /** At least 1. */
  readonly maxZoom: number;
}

/** Where the frame stands: its centre in source pixels; zoom 1 is the largest frame that fits. */
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
  return { widthPx: picture.widthPx, heightPx: picture.heightPx, aspect, maxZoom };
};

/** Size of the frame in source pixels at a zoom. */
export const frameSize = (
  crop: Crop,
  zoom: number,
): { readonly width: number; readonly height: number } => {
  const width = Math.min(crop.widthPx, crop.heightPx * crop.aspect) / zoom;
  return { width, height: width / crop.aspect };
};

/** The nearest view whose frame lies inside the picture, with zoom from 1 to `maxZoom`. */
export const clampView = (crop: Crop, view: View): View => {
  const zoom = between(1, view.zoom, crop.maxZoom);
  const { width, height } = frameSize(crop, zoom);
  return {
    centerX: between(width / 2, view.centerX, crop.widthPx - width / 2),
    centerY: between(height / 2, view.centerY, crop.heightPx - height / 2),
    zoom,
  };
};

/** The largest frame, in the middle. */
export const fit = (crop: Crop): View => ({
  centerX: crop.widthPx / 2,
  centerY: crop.heightPx / 2,
  zoom: 1,
});

/** Moves the frame by source pixels, as far as the picture reaches. */
export const pan = (crop: Crop, view: View, byX: number, byY: number): View =>
  clampView(crop, { ...view, centerX: view.centerX + byX, centerY: view.centerY + byY });

/**
 * Sets the zoom so that the source pixel at `point` stays where it is in the frame, unless the edge of
 * the picture is in the way. Without a point, the centre stays.
 */
export const zoomTo = (crop: Crop, view: View, zoom: number, point?: Point): View => {
  const next = between(1, zoom, crop.maxZoom);
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

/** What the frame holds, in source pixels with fractions: never a hair outside the picture. */
export const toSourceRect = (crop: Crop, view: View): SourceRect => {
  const inside = clampView(crop, view);
  const { width, height } = frameSize(crop, inside.zoom);
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
  return [
    scale,
    0,
    0,
    scale,
    box.x + box.width / 2 - view.centerX * scale,
    box.y + box.height / 2 - view.centerY * scale,
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

/** A slider's place, 0 to 1, for a zoom: equal steps feel equal, so the scale is logarithmic. */
export const zoomToSlider = (crop: Crop, zoom: number): number =>
  Math.log(between(1, zoom, crop.maxZoom)) / Math.log(crop.maxZoom);

/** The zoom at a slider's place from 0 to 1. */
export const sliderToZoom = (crop: Crop, place: number): number =>
  crop.maxZoom ** between(0, place, 1);
