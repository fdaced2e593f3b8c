import type { ResamplePlan } from '../resample/plan.ts';
import type { StripsAnswer, StripsCancel, StripsRequest } from './messages.ts';
import { canShareFrames } from '../read/frame-source.ts';
import StripsWorker from './strips.worker.ts?worker';

type Light = Float64Array<ArrayBuffer>;

/** A second worker that makes a part of an opaque picture's rows at the same time. */
interface Helper {
  /** Resolves to the rows, or to null where the helper cannot make them: the caller then does. */
  make(frame: VideoFrame, plan: ResamplePlan): Promise<Light | null>;
  /** What was asked for last is not wanted any more. */
  cancel(): void;
}

/** Null where the machine has one processor only, or where nothing can be shared anyway. */
const startHelper = (): Helper | null => {
  if (navigator.hardwareConcurrency < 2 || !canShareFrames()) return null;

  const worker = new StripsWorker();
  const waiting = new Map<number, (light: Light | null) => void>();
  let lastId = 0;
  let isBroken = false;
  const settle = (id: number, light: Light | null): void => {
    waiting.get(id)?.(light);
    waiting.delete(id);
  };
  const giveUp = (): void => {
    isBroken = true;
    for (const id of waiting.keys()) settle(id, null);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<StripsAnswer>) =>
    settle(data.id, data.light),
  );
  worker.addEventListener('error', giveUp);
  worker.addEventListener('messageerror', giveUp);
  return {
    make: (frame, plan) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        worker.postMessage({ id: lastId, frame, plan } satisfies StripsRequest, [frame]);
        if (isBroken) settle(lastId, null);
      }),
    cancel: () => worker.postMessage({ cancel: lastId } satisfies StripsCancel),
  };
};

let helper: Helper | null | undefined;

/** Starts the helper, once; it ends with the worker that started it. */
export const readyHelper = (): Helper | null => {
  helper ??= startHelper();
  return helper;
};

/** Fewer source pixels than this are done sooner than a helper is told of them. */
const leastSharedPixels = 3_000_000;

/** Whether two workers are worth it for a plan. */
export const isWorthSharing = ({ width, height, down }: ResamplePlan): boolean =>
  width * height >= leastSharedPixels && down.outputSize >= 2;
