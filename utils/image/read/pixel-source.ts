import type { Orientation } from '../resample/orient.ts';

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
  /**
   * The same pixels for another worker, without a copy. Left out where there is no such way: Chromium
   * copies a bitmap, and Firefox ESR 153 now and then never answers again (2 in 100, seen 2026-11-21)
   * once a worker has started another.
   */
  share?: () => VideoFrame;
  close(): void;
}
