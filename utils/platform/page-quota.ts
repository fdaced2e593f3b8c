import { type RateBound, withinBound } from '../domain/rate-bound.ts';

/** More than a person presses, less than a nuisance. */
const perTab: RateBound = { most: 3, perMs: 5_000 };
const inAll: RateBound = { most: 12, perMs: 60_000 };

/**
 * Bounds what content scripts can set going. Kept in memory: a worker that is stopped had been idle for
 * longer than anything is counted.
 */
export const createPageQuota = (): ((tabId: number | undefined, nowMs: number) => boolean) => {
  let all: readonly number[] = [];
  const tabs = new Map<number, readonly number[]>();
  return (tabId = -1, nowMs) => {
    const total = withinBound(all, nowMs, inAll);
    const own = withinBound(tabs.get(tabId) ?? [], nowMs, perTab);
    if (!total.allowed || !own.allowed) return false;
    all = total.timesMs;
    tabs.set(tabId, own.timesMs);
    for (const [id, times] of tabs)
      if (times.every((at) => at <= nowMs - perTab.perMs)) tabs.delete(id);
    return true;
  };
};
