import type { DetailRequest, SourceRect } from '../domain/picture.ts';

/** Longer side of the picture that is shown while framing, and of a still in a strip of them. */
export const maxPreviewEdgePx = 1600;
export const maxThumbnailEdgePx = 96;

interface Source {
  readonly image: CanvasImageSource;
  readonly rect: SourceRect;
}

const draw = ({ image, rect }: Source, widthPx: number, heightPx: number): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  // In plain memory: a graphics processor would first have to be given the whole picture.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  // Between neighbours only. 'high' makes Chromium 156 build every halving of the full size first.
  context.imageSmoothingQuality = 'low';
  context.drawImage(image, rect.x, rect.y, rect.width, rect.height, 0, 0, widthPx, heightPx);
  return canvas;
};

const reducedBy = (factor: number, edgePx: number): number =>
  Math.max(1, Math.round(edgePx / factor));

const wholeOf = (image: ImageBitmap | OffscreenCanvas): Source => ({
  image,
  rect: { x: 0, y: 0, width: image.width, height: image.height },
});

/**
 * Quartered where it is very large (half of its rows and columns then have no say, which nobody sees on a
 * photo), then halved: one big step between neighbours alone would leave jagged edges.
 */
const reduce = (source: Source, widthPx: number, heightPx: number): ImageBitmap => {
  const { width, height } = source.rect;
  const factor = Math.max(width, height) / Math.max(widthPx, heightPx);
  let from = source;
  for (let step = factor > 4 ? 4 : 2; step < factor; step *= 2) {
    from = wholeOf(draw(from, reducedBy(step, width), reducedBy(step, height)));
  }
  return draw(from, widthPx, heightPx).transferToImageBitmap();
};

/** A copy of a picture for the screen, at most `maxEdgePx` on its longer side. */
export const makePreview = (bitmap: ImageBitmap, maxEdgePx = maxPreviewEdgePx): ImageBitmap => {
  const factor = Math.max(1, Math.max(bitmap.width, bitmap.height) / maxEdgePx);
  const [widthPx, heightPx] = [reducedBy(factor, bitmap.width), reducedBy(factor, bitmap.height)];
  return reduce(wholeOf(bitmap), widthPx, heightPx);
};

/**
 * A part of a picture for the screen, drawn at the size asked for: the source's own pixels where that is
 * the part's own size. By drawing, not by a crop in `createImageBitmap`, which Chromium 156 gives from
 * the wrong place for EXIF orientations 5 to 8.
 */
export const makeDetail = (
  bitmap: ImageBitmap,
  { rect, widthPx, heightPx }: DetailRequest,
): ImageBitmap => reduce({ image: bitmap, rect }, widthPx, heightPx);
