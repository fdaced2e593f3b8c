/** Longer side of the picture that is shown while framing, and of a still in a strip of them. */
export const maxPreviewEdgePx = 1600;
export const maxThumbnailEdgePx = 96;

const draw = (source: CanvasImageSource, widthPx: number, heightPx: number): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  // In plain memory: a graphics processor would first have to be given the whole picture.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  // Between neighbours only. 'high' makes Chromium 156 build every halving of the full size first.
  context.imageSmoothingQuality = 'low';
  context.drawImage(source, 0, 0, widthPx, heightPx);
  return canvas;
};

const reducedBy = (factor: number, edgePx: number): number =>
  Math.max(1, Math.round(edgePx / factor));

/**
 * A copy of a picture for the screen, at most `maxEdgePx` on its longer side. Quartered where
 * it is very large (half of its rows and columns then have no say, which nobody sees on a photo), then
 * halved: one big step between neighbours alone would leave jagged edges.
 */
export const makePreview = (bitmap: ImageBitmap, maxEdgePx = maxPreviewEdgePx): ImageBitmap => {
  const factor = Math.max(1, Math.max(bitmap.width, bitmap.height) / maxEdgePx);
  let canvas: OffscreenCanvas | null = null;
  for (let step = factor > 4 ? 4 : 2; step < factor; step *= 2) {
    const [widthPx, heightPx] = [reducedBy(step, bitmap.width), reducedBy(step, bitmap.height)];
    canvas = draw(canvas ?? bitmap, widthPx, heightPx);
  }
  const [widthPx, heightPx] = [reducedBy(factor, bitmap.width), reducedBy(factor, bitmap.height)];
  return draw(canvas ?? bitmap, widthPx, heightPx).transferToImageBitmap();
};
