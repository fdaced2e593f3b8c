/** 44 CSS pixels at two device pixels each. */
const edgePx = 88;
/** Drawn this much larger first: one step between neighbours alone would leave only specks. */
const firstStep = 4;

const draw = (source: ImageBitmap | OffscreenCanvas, toPx: number): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(toPx, toPx);
  // In plain memory: a graphics processor would first have to be given the whole picture.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const side = Math.min(source.width, source.height);
  const [x, y] = [(source.width - side) / 2, (source.height - side) / 2];
  if (context) {
    // 'low' looks at neighbours only, whatever the size; the small second step can afford more.
    context.imageSmoothingQuality = source instanceof ImageBitmap ? 'low' : 'medium';
    context.drawImage(source, x, y, side, side, 0, 0, toPx, toPx);
  }
  return canvas;
};

/** Goes when its file does. One takes 31 kB. */
const known = new WeakMap<Blob, ImageBitmap>();

const make = async (file: Blob): Promise<ImageBitmap | null> => {
  const whole = await createImageBitmap(file).catch(() => null);
  if (whole === null) return null;
  const thumbnail = draw(draw(whole, edgePx * firstStep), edgePx).transferToImageBitmap();
  whole.close();
  known.set(file, thumbnail);
  return thumbnail;
};

let turn: Promise<unknown> = Promise.resolve();

/**
 * The middle square of a picture file, 88 px wide, made once and kept as long as the file: not the
 * caller's to close. One picture after another, so that only one is ever whole in memory; null where its
 * turn comes after `signal` aborted, or the browser makes no bitmap of such a file.
 */
export const thumbnailOf = (file: Blob, signal: AbortSignal): Promise<ImageBitmap | null> => {
  const have = known.get(file);
  if (have) return Promise.resolve(have);
  const thumbnail = turn.then(() => known.get(file) ?? (signal.aborted ? null : make(file)));
  turn = thumbnail;
  return thumbnail;
};
