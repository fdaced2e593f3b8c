import { exerciseLoops } from '../exercise-loops.ts';
import { canvasSource } from '../read/canvas-source.ts';
import { sourceOfFrame } from '../read/frame-source.ts';
import { readStrips } from '../read/read-strips.ts';
import { createResampler } from '../resample/resampler.ts';
import { helperPortOf, type StripsAnswer, type StripsCancel, type StripsRequest } from './messages.ts';

let newest = 0;
let cancelled = 0;

const make = async ({ id, pixels, plan }: StripsRequest): Promise<StripsAnswer> => {
  try {
    const source =
      pixels instanceof ImageBitmap ? canvasSource(pixels, false) : sourceOfFrame(pixels);
    const resampler = createResampler(plan, false);
    const isStale = (): boolean => id < newest || id === cancelled;
    const isWhole = await readStrips(source, plan, resampler, isStale);
    return { id, light: isWhole ? resampler.light : null };
  } catch {
    return { id, light: null };
  } finally {
    pixels.close();
  }
};

const serve = (port: MessagePort): void => {
  port.addEventListener('message', ({ data }: MessageEvent<StripsRequest | StripsCancel>) => {
    if ('cancel' in data) {
      cancelled = data.cancel;
      return;
    }
    newest = data.id;
    void make(data).then((answer) => {
      port.postMessage(answer, { transfer: answer.light === null ? [] : [answer.light.buffer] });
    });
  });
  port.start();
};

/** Held for as long as the worker lives. */
let port: MessagePort | null = null;

self.addEventListener('message', ({ data }) => {
  if (port !== null) return;
  port = helperPortOf(data);
  if (port !== null) serve(port);
});

exerciseLoops(() => newest === 0).catch(() => {});
