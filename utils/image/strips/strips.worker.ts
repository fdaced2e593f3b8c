import { exerciseLoops } from '../exercise-loops.ts';
import { sourceOfFrame } from '../read/frame-source.ts';
import { readStrips } from '../read/read-strips.ts';
import { createResampler } from '../resample/resampler.ts';
import type { StripsAnswer, StripsCancel, StripsRequest } from './messages.ts';

let newest = 0;
let cancelled = 0;

const make = async ({ id, frame, plan }: StripsRequest): Promise<StripsAnswer> => {
  const source = sourceOfFrame(frame);
  try {
    const resampler = createResampler(plan, false);
    const isStale = (): boolean => id < newest || id === cancelled;
    const isWhole = await readStrips(source, plan, resampler, isStale);
    return { id, light: isWhole ? resampler.light : null };
  } catch {
    return { id, light: null };
  } finally {
    source.close();
  }
};

self.addEventListener('message', ({ data }: MessageEvent<StripsRequest | StripsCancel>) => {
  if ('cancel' in data) {
    cancelled = data.cancel;
    return;
  }
  newest = data.id;
  void make(data).then((answer) => {
    self.postMessage(answer, { transfer: answer.light === null ? [] : [answer.light.buffer] });
  });
});

exerciseLoops(() => newest === 0).catch(() => {});
