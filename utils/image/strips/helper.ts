import type { GridArea } from '../grid/box-grid.ts';
import type { ResamplePlan } from '../resample/plan.ts';
import type { Made, SharedPixels, StripsAnswer, StripsCancel, StripsRequest } from './messages.ts';

type Light = Float64Array<ArrayBuffer>;
type Sums = Int32Array<ArrayBuffer>;

/** Rows asked of the helper. */
export interface Errand {
  /** The rows, or null where the helper cannot make them. May never come: see `giveUp`. */
  readonly light: Promise<Light | null>;
  /** They are not wanted any more. */
  cancel(): void;
  /** They did not come in time: the helper is asked for nothing more until they do. */
  giveUp(): void;
}

/** A second worker for an opaque picture's pixels. */
export interface Helper {
  /** Whether it has answered what it was given up on. */
  isUsable(): boolean;
  /** A part of the rows, while this worker makes the others. Whatever the helper is at gives way. */
  make(shared: SharedPixels<ResamplePlan>): Errand;
  /** Sums of an area's boxes; null where they had to give way, or cannot be made. */
  sum(shared: SharedPixels<GridArea>): Promise<Sums | null>;
}

/** Requests without their ids. */
type Ask = StripsRequest extends infer R
  ? R extends StripsRequest
    ? Omit<R, 'id'>
    : never
  : never;

/** The picture worker's end of the channel to its helper. */
export const createHelper = (port: MessagePort): Helper => {
  const waiting = new Map<number, (made: Made | null) => void>();
  const late = new Set<number>();
  let lastId = 0;
  port.addEventListener('message', ({ data: { id, made } }: MessageEvent<StripsAnswer>) => {
    waiting.get(id)?.(made);
    waiting.delete(id);
    late.delete(id);
  });
  port.start();
  const ask = (request: Ask): Promise<Made | null> => {
    lastId += 1;
    const answer = new Promise<Made | null>((resolve) => waiting.set(lastId, resolve));
    port.postMessage({ ...request, id: lastId }, [request.pixels]);
    return answer;
  };
  return {
    isUsable: () => late.size === 0,
    make(shared) {
      const answer = ask({ make: 'light', ...shared });
      const id = lastId;
      return {
        light: answer.then((made) => (made instanceof Float64Array ? made : null)),
        cancel: () => port.postMessage({ cancel: id } satisfies StripsCancel),
        giveUp: () => {
          if (waiting.has(id)) late.add(id);
        },
      };
    },
    async sum(shared) {
      if (waiting.size > 0) {
        shared.pixels.close();
        return null;
      }
      const made = await ask({ make: 'sums', ...shared });
      return made instanceof Int32Array ? made : null;
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
