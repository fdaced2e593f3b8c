import { exerciseLoops } from '../exercise-loops.ts';
import { createGridSummer } from '../grid/box-grid.ts';
import { canvasSource } from '../read/canvas-source.ts';
import { sourceOfFrame } from '../read/frame-source.ts';
import { readStrips } from '../read/read-strips.ts';
import { createResampler } from '../resample/resampler.ts';
import {
  helperPortOf,
  type Made,
  type StripsAnswer,
  type StripsCancel,
  type StripsRequest,
} from './messages.ts';

let newest = 0;
let cancelled = 0;

const made = async (request: StripsRequest, isStale: () => boolean): Promise<Made | null> => {
  const { pixels, area } = request;
  const source =
    pixels instanceof ImageBitmap ? canvasSource(pixels, false) : sourceOfFrame(pixels);
  if (request.make === 'sums') {
    const summer = createGridSummer(request.area);
    return (await readStrips(source, area, summer, isStale)) ? summer.sums : null;
  }
  const resampler = createResampler(request.area, false);
  return (await readStrips(source, area, resampler, isStale)) ? resampler.light : null;
};

const answer = async (request: StripsRequest): Promise<StripsAnswer> => {
  const { id, pixels } = request;
  try {
    return { id, made: await made(request, () => id < newest || id === cancelled) };
  } catch {
    return { id, made: null };
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
    void answer(data).then((result) => {
      port.postMessage(result, { transfer: result.made === null ? [] : [result.made.buffer] });
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
