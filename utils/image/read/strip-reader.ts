/** Gives a picture's pixels a few rows at a time, so that no second full-size copy is made. */
export interface StripReader {
  /** Bytes per pixel are red, green, blue, alpha; blue and red change places where this is true. */
  readonly isBlueFirst: boolean;
  /** Pixels of `rows` rows from `top` on, of the columns the reader was made for. Good until the next call. */
  read(top: number, rows: number): Promise<Uint8ClampedArray>;
  close(): void;
}
