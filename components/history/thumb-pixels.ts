/** 64 CSS pixels at two device pixels each. */
export const thumbEdgePx = 128;

let turn: Promise<unknown> = Promise.resolve();

const make = async (read: () => Promise<Blob | null>): Promise<ImageBitmap | null> => {
  const file = await read();
  const whole = file && (await createImageBitmap(file).catch(() => null));
  if (!whole) return null;
  const side = Math.min(whole.width, whole.height);
  const canvas = new OffscreenCanvas(thumbEdgePx, thumbEdgePx);
  const context = canvas.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'medium';
    const [x, y] = [(whole.width - side) / 2, (whole.height - side) / 2];
    context.drawImage(whole, x, y, side, side, 0, 0, thumbEdgePx, thumbEdgePx);
  }
  whole.close();
  return canvas.transferToImageBitmap();
};

/**
 * The middle square of a picture, 128 px wide; the caller's to close. One after another, so that only one
 * picture is ever whole in memory; null where its turn comes after `signal` aborted, or there is none.
 */
export const thumbOf = (
  read: () => Promise<Blob | null>,
  signal: AbortSignal,
): Promise<ImageBitmap | null> => {
  const thumb = turn.then(() => (signal.aborted ? null : make(read).catch(() => null)));
  turn = thumb;
  return thumb;
};
