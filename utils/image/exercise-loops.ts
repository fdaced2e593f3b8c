import { planResample } from './resample/plan.ts';
import { createResampler } from './resample/resampler.ts';

/** Enough for the loops to be compiled for good, and no more: about 100 ms of a processor. */
const rounds = 12;
const boxEdgesPx = [1, 2, 3, 4] as const;
const boxesAcross = 600;

/** Bytes that look like no picture: every level is as likely as any other. */
export const noise = (length: number): Uint8ClampedArray<ArrayBuffer> => {
  const bytes = new Uint8ClampedArray(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
};

/** Lets a request that waits be handled first. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const reduceStrip = (boxEdge: number): void => {
  const [width, height] = [boxesAcross * boxEdge, 24 * boxEdge];
  const source = { widthPx: width, heightPx: height };
  const target = { widthPx: boxesAcross / 4, heightPx: 6 };
  const plan = planResample({ x: 0, y: 0, width, height }, source, target);
  createResampler(plan, false).pushRows(noise(width * height * 4), height);
};

/**
 * Takes made-up pixels through the loops that see every pixel of a photo, so that the browser has
 * compiled them by the time one comes. In small steps, given up as soon as `isWanted` says no.
 */
export const exerciseLoops = async (isWanted: () => boolean): Promise<void> => {
  for (let round = 0; round < rounds && isWanted(); round += 1) {
    for (const boxEdge of boxEdgesPx) reduceStrip(boxEdge);
    await breathe();
  }
};
