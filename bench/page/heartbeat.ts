const beatMs = 4;

/** Longest pauses of a page's thread while something ran. */
export interface Pauses {
  readonly longestBlockMs: number;
  readonly longestTaskMs: number | null;
}

/** Starts listening; the function it gives stops and reports. Costs a timer every 4 ms. */
export const startHeartbeat = (): (() => Pauses) => {
  let last = performance.now();
  let longest = 0;
  const beat = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last - beatMs);
    last = now;
  };
  const timer = setInterval(beat, beatMs);
  const reports = PerformanceObserver.supportedEntryTypes.includes('longtask');
  let longestTask = 0;
  const take = (entries: readonly PerformanceEntry[]): void => {
    for (const { duration } of entries) longestTask = Math.max(longestTask, duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  if (reports) observer.observe({ type: 'longtask' });
  return () => {
    beat();
    clearInterval(timer);
    take(observer.takeRecords());
    observer.disconnect();
    return { longestBlockMs: Math.max(0, longest), longestTaskMs: reports ? longestTask : null };
  };
};
