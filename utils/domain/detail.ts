import { frameSize, sourceToStage, stageToSource, type Box, type Crop, type View } from './crop.ts';
import type { DetailRequest, SourceRect } from './picture.ts';

/** A preview stretched further than this looks soft: device pixels for each of its pixels. */
const mostStretch = 1.25;
/** How far around what is seen a detail reaches, in shares of it: room for the next small move. */
const margin = 0.2;
/** Longer side of a detail: a large window at two device pixels per CSS pixel, and 20 MB at most. */
export const maxDetailEdgePx = 2400;

/** What is seen of a picture: how it is framed, where the frame stands, on which stage. */
export interface Sight {
  readonly crop: Crop;
  readonly view: View;
  readonly box: Box;
  /** Size of the stage in CSS pixels. */
  readonly stage: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel. */
  readonly density: number;
}

/** Device pixels that one source pixel takes. */
const devicePerSource = ({ crop, view, box, density }: Sight): number =>
  (box.width / frameSize(crop, view.zoom).width) * density;

/** The upright box around all that the stage shows, in source pixels, cut to the picture; may be empty. */
export const visibleRect = ({ crop, view, box, stage }: Sight): SourceRect => {
  const matrix = sourceToStage(crop, view, box);
  const corners = [0, stage.width].flatMap((x) =>
    [0, stage.height].map((y) => stageToSource(matrix, { x, y })),
  );
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const left = Math.max(0, Math.min(...xs));
  const top = Math.max(0, Math.min(...ys));
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(crop.widthPx, Math.max(...xs)) - left),
    height: Math.max(0, Math.min(crop.heightPx, Math.max(...ys)) - top),
  };
};

/** Whole pixels around a rectangle and its margin, inside the picture. */
const roomAround = ({ x, y, width, height }: SourceRect, crop: Crop): SourceRect => {
  const left = Math.max(0, Math.floor(x - width * margin));
  const top = Math.max(0, Math.floor(y - height * margin));
  return {
    x: left,
    y: top,
    width: Math.min(crop.widthPx, Math.ceil(x + width * (1 + margin))) - left,
    height: Math.min(crop.heightPx, Math.ceil(y + height * (1 + margin))) - top,
  };
};

/**
 * The part of a picture to be had sharper than its preview, which is `previewWidthPx` wide; null where
 * the preview does. Never more pixels than the source has there, nor than `maxDetailEdgePx` allows.
 */
export const wantedDetail = (sight: Sight, previewWidthPx: number): DetailRequest | null => {
  const { crop } = sight;
  const previewScale = previewWidthPx / crop.widthPx;
  const scale = devicePerSource(sight);
  if (previewScale >= 1 || scale <= previewScale * mostStretch) return null;
  const rect = roomAround(visibleRect(sight), crop);
  if (rect.width < 1 || rect.height < 1) return null;
  const share = Math.min(1, scale, maxDetailEdgePx / Math.max(rect.width, rect.height));
  return {
    rect,
    widthPx: Math.max(1, Math.round(rect.width * share)),
    heightPx: Math.max(1, Math.round(rect.height * share)),
  };
};

/** Rounding must not ask for a new detail. */
const hairPx = 1e-6;

/** Whether a detail shows all that is seen, so that nothing need be drawn beneath it. */
export const coversSight = ({ rect }: DetailRequest, sight: Sight): boolean => {
  const seen = visibleRect(sight);
  return (
    rect.x <= seen.x + hairPx &&
    rect.y <= seen.y + hairPx &&
    rect.x + rect.width >= seen.x + seen.width - hairPx &&
    rect.y + rect.height >= seen.y + seen.height - hairPx
  );
};

const scaleOf = ({ rect, widthPx }: DetailRequest): number => widthPx / rect.width;

/** Whether a detail at hand is still worth drawing: much too fine a one would glitter. */
export const suitsSight = (detail: DetailRequest, sight: Sight): boolean =>
  scaleOf(detail) <= 2 * devicePerSource(sight);

/** Whether a detail at hand does for what is wanted now. */
export const isEnough = (have: DetailRequest, wanted: DetailRequest, sight: Sight): boolean =>
  coversSight(have, sight) &&
  suitsSight(have, sight) &&
  scaleOf(have) * mostStretch >= scaleOf(wanted);
