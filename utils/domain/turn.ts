/**
 * How a picture is turned under the frame: first flipped, then turned clockwise by its quarters and its
 * straightening, about the middle of the frame. So a straightening always goes the way it is seen.
 */
export interface Turn {
  /** Clockwise steps of 90°. */
  readonly quarters: 0 | 1 | 2 | 3;
  /** Clockwise, from -45 to 45, in degrees. */
  readonly straightenDeg: number;
  /** Left and right swapped in the source. */
  readonly flipX: boolean;
  /** Top and bottom swapped in the source. */
  readonly flipY: boolean;
}

export const noTurn: Turn = { quarters: 0, straightenDeg: 0, flipX: false, flipY: false };

/** Free turning reaches this far to either side; quarter turns do the rest. In degrees. */
export const maxStraightenDeg = 45;

const quarter = (count: number): Turn['quarters'] => (((count % 4) + 4) % 4) as Turn['quarters'];

/** Two decimals: finer than a 16,384-pixel picture can show, and free of rounding dust. */
const tidy = (deg: number): number => Math.round(deg * 100) / 100 + 0;

/** Clockwise, in degrees, from -45 to below 360. */
export const angleDegOf = ({ quarters, straightenDeg }: Turn): number =>
  quarters * 90 + straightenDeg;

/** True for a picture that lies as it came: not turned, not straightened, not flipped. */
export const isUnturned = (turn: Turn): boolean =>
  angleDegOf(turn) === 0 && !turn.flipX && !turn.flipY;

/** One step of 90°, clockwise for 1 and the other way for -1. */
export const turnQuarter = (turn: Turn, direction: 1 | -1): Turn => ({
  ...turn,
  quarters: quarter(turn.quarters + direction),
});

/** Sets the free part of the turn, in degrees; cut to what it may be. */
export const straighten = (turn: Turn, deg: number): Turn => ({
  ...turn,
  straightenDeg: tidy(Math.min(maxStraightenDeg, Math.max(-maxStraightenDeg, deg))),
});

/** Mirrors what is seen, which after the turn is the source flipped and turned the other way. */
export const flip = (turn: Turn, axis: 'x' | 'y'): Turn => ({
  quarters: quarter(-turn.quarters),
  straightenDeg: tidy(-turn.straightenDeg),
  flipX: axis === 'x' ? !turn.flipX : turn.flipX,
  flipY: axis === 'y' ? !turn.flipY : turn.flipY,
});

/** Cosine and sine of a turn; exact at whole quarters, where rounding would leave slivers. */
export const cosSin = (turn: Turn): readonly [number, number] => {
  const exact: readonly (readonly [number, number])[] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ];
  const whole = exact[turn.quarters] ?? [1, 0];
  if (turn.straightenDeg === 0) return whole;
  const rad = (turn.straightenDeg * Math.PI) / 180;
  const [c, s] = [Math.cos(rad), Math.sin(rad)];
  return [whole[0] * c - whole[1] * s, whole[1] * c + whole[0] * s];
};
