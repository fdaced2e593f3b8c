import { exerciseLoops, noise } from './exercise-loops.ts';
import { preparePicture } from './prepare.ts';

/** Edge of the made-up picture: over twice an avatar's, so that it is reduced as photos are. */
const edgePx = 820;

/**
 * Takes a made-up picture through the whole pipeline, so that the browser has compiled its loops and
 * loaded its encoder by the time a person's picture comes. Given up as soon as
 * `isWanted` says no. What comes out is thrown away.
 */
export const exercise = async (isWanted: () => boolean): Promise<void> => {
  const pixels = new ImageData(noise(edgePx * edgePx * 4), edgePx);
  const bitmap = await createImageBitmap(pixels);
  const rect = { x: 0, y: 0, width: edgePx, height: edgePx };
  const request = { kind: 'avatar', rect, format: 'auto' } as const;
  await preparePicture({ bitmap, format: 'jpeg' }, request, () => !isWanted());
  bitmap.close();
  await exerciseLoops(isWanted);
};
