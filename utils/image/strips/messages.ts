import type { ResamplePlan } from '../resample/plan.ts';

/** Joins a picture worker and its helper: each gets one end of a channel from the page. */
export interface HelperPort {
  readonly helper: MessagePort;
}

/** Pixels that two workers can read at once, and where in them a plan's rows are. */
export interface SharedPixels {
  readonly pixels: VideoFrame | ImageBitmap;
  readonly plan: ResamplePlan;
}

/** What the picture worker gives its helper: pixels, and the rows to make of them. */
export interface StripsRequest extends SharedPixels {
  readonly id: number;
}

/** Nobody wants the rows of a request any more. */
export interface StripsCancel {
  readonly cancel: number;
}

/** The rows made, in linear light; null where it could not be done, or was not wanted any more. */
export interface StripsAnswer {
  readonly id: number;
  readonly light: Float64Array<ArrayBuffer> | null;
}

/** The end of the channel that a message brings, or null where it brings something else. */
export const helperPortOf = (data: unknown): MessagePort | null => {
  const port = typeof data === 'object' && data !== null && 'helper' in data ? data.helper : null;
  return port instanceof MessagePort ? port : null;
};
