import type { PixelSource } from './read/pixel-source.ts';
import { readStrips } from './read/read-strips.ts';
import { bandOf } from './resample/band.ts';
import type { ResamplePlan } from './resample/plan.ts';
import { createResampler } from './resample/resampler.ts';
import { type Errand, isWorthSharing, readyHelper } from './strips/helper.ts';

type Light = Float64Array<ArrayBuffer>;

const reduceHere = async (
  source: PixelSource,
  plan: ResamplePlan,
  hasAlpha: boolean,
  isStale: () => boolean,
): Promise<Light | null> => {
  const resampler = createResampler(plan, hasAlpha);
  return (await readStrips(source, plan, resampler, isStale)) ? resampler.light : null;
};

const joined = (above: Light, below: Light): Light => {
  const light = new Float64Array(above.length + below.length);
  light.set(above);
  light.set(below, above.length);
  return light;
};

/** A helper that is this much later than this worker, and twice as slow, is not waited for. */
const leastPatienceMs = 100;

const pause = (ms: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), ms));

/** The helper's rows if they come in time, else made here, unless they come meanwhile. */
const whicheverFirst = async (
  errand: Errand,
  patienceMs: number,
  here: (isNotNeeded: () => boolean) => Promise<Light | null>,
  isStale: () => boolean,
): Promise<Light | null> => {
  let theirs: Light | null = null;
  const answered = errand.light.then((light) => (theirs = light));
  await Promise.race([answered, pause(patienceMs)]);
  if (theirs !== null) return theirs;
  errand.giveUp();
  const ours = await here(() => theirs !== null || isStale());
  if (ours !== null) errand.cancel();
  return ours ?? theirs;
};

/**
 * Reads and reduces a picture as planned: the upper half of the result here, the lower one in a second
 * worker where the picture is large and its pixels can be had there without a copy. A helper that does not
 * answer costs time only: its rows are made here. The values are the same either way. Null when `isStale`
 * turned true.
 */
export const reducePlan = async (
  source: PixelSource,
  plan: ResamplePlan,
  hasAlpha: boolean,
  isStale: () => boolean,
): Promise<Light | null> => {
  const helper = source.share && isWorthSharing(plan) ? readyHelper() : null;
  if (!helper || !source.share) return reduceHere(source, plan, hasAlpha, isStale);
  const rows = plan.down.outputSize;
  const middle = Math.floor(rows / 2);
  const lower = bandOf(plan, middle, rows);
  const errand = helper.make(await source.share(lower));
  const startMs = performance.now();
  const above = await reduceHere(source, bandOf(plan, 0, middle), hasAlpha, isStale);
  const patienceMs = leastPatienceMs + performance.now() - startMs;
  const here = (isNotNeeded: () => boolean) => reduceHere(source, lower, hasAlpha, isNotNeeded);
  const below = above && (await whicheverFirst(errand, patienceMs, here, isStale));
  if (above !== null && below !== null && !isStale()) return joined(above, below);
  errand.cancel();
  return null;
};
