import type { Orientation } from '../resample/orient.ts';
import type { Area, SharedPixels } from '../strips/messages.ts';

/** Gives the pixels of some columns a few rows at a time, so that no second full-size copy is made. */
export interface StripReader {
  /** Pixels of `rows` rows from `top` on, four bytes each. Good until the next call. */
  read(top: number, rows: number): Promise<Uint8ClampedArray>;
  close(): void;
}

/** The pixels of a picture as they lie in memory, which may be sideways or mirrored. */
export interface PixelSource {
  /** Size as stored. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** What makes the stored pixels upright. */
  readonly turn: Orientation;
  /** Bytes per pixel are red, green, blue, alpha; blue and red change places where this is true. */
  readonly isBlueFirst: boolean;
  /** Columns and rows in stored pixels. */
  strips(columns: { readonly left: number; readonly width: number }, maxRows: number): StripReader;
  /** An area's pixels for another worker, without a copy. Left out where there is no such way. */
  share?: <A extends Area>(area: A) => Promise<SharedPixels<A>>;
  close(): void;
}
