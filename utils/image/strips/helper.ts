import type { ResamplePlan } from '../resample/plan.ts';
import type { SharedPixels, StripsAnswer, StripsCancel, StripsRequest } from './messages.ts';

type Light = Float64Array<ArrayBuffer>;

/** Rows asked of the helper. */
export interface Errand {
  /** The rows, or null where the helper cannot make them. May never come: see `giveUp`. */
  readonly light: Promise<Light | null>;
  /** They are not wanted any more. */
  cancel(): void;
  /** They did not come in time: the helper is asked for nothing more until they do. */
  giveUp(): void;
}

/** A second worker that makes a part of an opaque picture's rows at the same time. */
export interface Helper {
  /** Whether it has answered what it was given up on. */
  isUsable(): boolean;
  make(shared: SharedPixels): Errand;
}

/** The picture worker's end of the channel to its helper. */
export const createHelper = (port: MessagePort): Helper => {
  const waiting = new Map<number, (light: Light | null) => void>();
  const late = new Set<number>();
  let lastId = 0;
  port.addEventListener('message', ({ data: { id, light } }: MessageEvent<StripsAnswer>) => {
    waiting.get(id)?.(light);
    waiting.delete(id);
    late.delete(id);
  });
  port.start();
  return {
    isUsable: () => late.size === 0,
    make({ pixels, plan }) {
      lastId += 1;
      const id = lastId;
      const light = new Promise<Light | null>((resolve) => waiting.set(id, resolve));
      port.postMessage({ id, pixels, plan } satisfies StripsRequest, [pixels]);
      return {
        light,
        cancel: () => port.postMessage({ cancel: id } satisfies StripsCancel),
        giveUp: () => {
          if (waiting.has(id)) late.add(id);
        },
      };
    },
  };
};

let helper: Helper | null = null;

/** Takes the channel to this worker's helper. */
export const connectHelper = (port: MessagePort): void => {
  helper = createHelper(port);
};

/** This worker's helper, or null where there is none that answers. */
export const readyHelper = (): Helper | null => (helper?.isUsable() ? helper : null);

/** Fewer source pixels than this are done sooner than a helper is told of them. */
const leastSharedPixels = 3_000_000;

/** Whether two workers are worth it for a plan. */
export const isWorthSharing = ({ width, height, down }: ResamplePlan): boolean =>
  width * height >= leastSharedPixels && down.outputSize >= 2;
