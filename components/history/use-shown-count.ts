import { useEffect, useState } from 'preact/hooks';

/** Items made at a time: few enough not to hold up a frame. */
const batch = 20;

/** Longest pause before the next ones, in ms, however busy the page is. */
const patienceMs = 300;

/** How many of `count` items are there by now: the first at once, the rest while the page has nothing to do. */
export const useShownCount = (count: number): number => {
  const [shown, setShown] = useState(batch);
  useEffect(() => {
    if (shown >= count) return;
    const next = requestIdleCallback(() => setShown(shown + batch), { timeout: patienceMs });
    return () => cancelIdleCallback(next);
  }, [shown, count]);
  return Math.min(shown, count);
};
