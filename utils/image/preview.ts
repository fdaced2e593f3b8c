/** Longer side of the picture that is shown while framing. */
export const maxPreviewEdgePx = 1600;

const draw = (source: CanvasImageSource, widthPx: number, heightPx: number): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, widthPx, heightPx);
  return canvas;
};

const reducedBy = (factor: number, edgePx: number): number =>
  Math.max(1, Math.round(edgePx / factor));

/**
 * A copy of a picture for the screen, at most `maxPreviewEdgePx` on its longer side. Halved step by
 * step: Firefox only ever smooths between neighbours, so one big step would leave jagged edges.
 */
export const makePreview = (bitmap: ImageBitmap): ImageBitmap => {
  const factor = Math.max(1, Math.max(bitmap.width, bitmap.height) / maxPreviewEdgePx);
  let canvas: OffscreenCanvas | null = null;
  for (let halved = 2; halved < factor; halved *= 2) {
    canvas = draw(
      canvas ?? bitmap,
      reducedBy(halved, bitmap.width),
      reducedBy(halved, bitmap.height),
    );
  }
  const [widthPx, heightPx] = [reducedBy(factor, bitmap.width), reducedBy(factor, bitmap.height)];
  return draw(canvas ?? bitmap, widthPx, heightPx).transferToImageBitmap();
};
