import type { AxisTable } from './axis-table.ts';
import type { ResamplePlan } from './plan.ts';

const rowsOf = (
  { stride, firstTaps, tapCounts, weights }: AxisTable,
  from: number,
  to: number,
  firstRow: number,
): AxisTable => ({
  outputSize: to - from,
  stride,
  firstTaps: firstTaps.slice(from, to).map((first) => first - firstRow),
  tapCounts: tapCounts.slice(from, to),
  weights: weights.slice(from * stride, to * stride),
});

/**
 * The part of a plan that makes result rows `from` to `to` (without it): it reads only the source rows
 * their kernels reach, and gives the very values that the whole plan gives for them.
 */
export const bandOf = (plan: ResamplePlan, from: number, to: number): ResamplePlan => {
  const { down, boxHeight } = plan;
  const first = down.firstTaps[from]!;
  const end = down.firstTaps[to - 1]! + down.tapCounts[to - 1]!;
  const top = first * boxHeight;
  return {
    ...plan,
    top: plan.top + top,
    height: Math.min(plan.height - top, (end - first) * boxHeight),
    rows: end - first,
    down: rowsOf(down, from, to, first),
  };
};
