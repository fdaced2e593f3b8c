/** At most so many times in so long. */
export interface RateBound {
  readonly most: number;
  readonly perMs: number;
}

/**
 * Whether something may happen once more at `nowMs` (Unix) after the times it happened at, and those of
 * them that still count.
 */
export const withinBound = (
  timesMs: readonly number[],
  nowMs: number,
  { most, perMs }: RateBound,
): { readonly allowed: boolean; readonly timesMs: readonly number[] } => {
  // A time in the future is of a clock that was set back since: it must not block for long.
  const counting = timesMs.filter((atMs) => atMs > nowMs - perMs && atMs <= nowMs);
  return counting.length < most
    ? { allowed: true, timesMs: [...counting, nowMs] }
    : { allowed: false, timesMs: counting };
};
