import type { PixelSource } from './read/pixel-source.ts';
import { readStrips } from './read/read-strips.ts';
import { bandOf } from './resample/band.ts';
import type { ResamplePlan } from './resample/plan.ts';
import { createResampler } from './resample/resampler.ts';
import { isWorthSharing, readyHelper } from './strips/helper.ts';

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

/**
 * Reads and reduces a picture as planned: the upper half of the result here, the lower one in a second
 * worker where the picture is large and its pixels can be had there without a copy. The values are the
 * same either way. Null when `isStale` turned true.
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
  const coming = helper.make(source.share(), lower);
  const above = await reduceHere(source, bandOf(plan, 0, middle), hasAlpha, isStale);
  if (above === null) {
    helper.cancel();
    return null;
  }
  const below = (await coming) ?? (await reduceHere(source, lower, hasAlpha, isStale));
  return below === null || isStale() ? null : joined(above, below);
};
