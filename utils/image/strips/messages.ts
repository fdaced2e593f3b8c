import type { GridArea } from '../grid/box-grid.ts';
import type { ResamplePlan } from '../resample/plan.ts';

/** Joins a picture worker and its helper: each gets one end of a channel from the page. */
export interface HelperPort {
  readonly helper: MessagePort;
}

/** Whole pixels of a picture. */
export type Area = Pick<ResamplePlan, 'left' | 'top' | 'width' | 'height'>;

/** Pixels that two workers can read at once, and where in them an area is. */
export interface SharedPixels<A extends Area> {
  readonly pixels: VideoFrame | ImageBitmap;
  readonly area: A;
}

/** What the picture worker gives its helper: pixels, and the rows or sums of boxes to make of them. */
export type StripsRequest = { readonly id: number } & (
  | ({ readonly make: 'light' } & SharedPixels<ResamplePlan>)
  | ({ readonly make: 'sums' } & SharedPixels<GridArea>)
);

/** Nobody wants the rows of a request any more. */
export interface StripsCancel {
  readonly cancel: number;
}

/** Rows in linear light, or sums of boxes. */
export type Made = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** What was made; null where it could not be done, or was not wanted any more. */
export interface StripsAnswer {
  readonly id: number;
  readonly made: Made | null;
}

/** The end of the channel that a message brings, or null where it brings something else. */
export const helperPortOf = (data: unknown): MessagePort | null => {
  const port = typeof data === 'object' && data !== null && 'helper' in data ? data.helper : null;
  return port instanceof MessagePort ? port : null;
};
