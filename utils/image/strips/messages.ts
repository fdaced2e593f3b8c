import type { ResamplePlan } from '../resample/plan.ts';

/** What the picture worker gives its helper: pixels that both can read, and the rows to make of them. */
export interface StripsRequest {
  readonly id: number;
  readonly frame: VideoFrame;
  readonly plan: ResamplePlan;
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
