import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** An address for a blob while it is shown; given back to the browser afterwards. */
export const useObjectUrl = (blob: Blob | null): string | null => {
  const [shown, setShown] = useState<{ readonly blob: Blob; readonly url: string } | null>(null);
  useLayoutEffect(() => {
    if (!blob) {
      setShown(null);
      return;
    }
    const url = URL.createObjectURL(blob);
    setShown({ blob, url });
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return shown?.url ?? null;
};

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element in CSS pixels, kept true; null before it is first laid out. */
export const useSize = (ref: RefObject<HTMLElement | null>): Size | null => {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
};

/** How far outside its scrolling parent an element counts as near. */
const nearMargin = '120px';

/** Which children of a scrolling element are, or are about to be, in sight. `of` is what it lists. */
export const useNearChildren = (
  ref: RefObject<HTMLElement | null>,
  of: unknown,
): ReadonlySet<number> => {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const root = ref.current;
    if (!root) return;
    const children = [...root.children];
    const found = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = children.indexOf(target);
          if (isIntersecting) found.add(index);
          else found.delete(index);
        }
        setNear(new Set(found));
      },
      { root, rootMargin: nearMargin },
    );
    for (const child of children) observer.observe(child);
    return () => observer.disconnect();
  }, [ref, of]);
  return near;
};

/** The time in Unix ms, refreshed once when `untilMs` is reached and whenever `untilMs` changes. */
export const useNow = (untilMs: number | null): number => {
  const [, refresh] = useState(0);
  useEffect(() => {
    const leftMs = untilMs === null ? 0 : untilMs - Date.now();
    if (leftMs <= 0) return;
    const timer = setTimeout(() => refresh((count) => count + 1), leftMs + 20);
    return () => clearTimeout(timer);
  }, [untilMs]);
  return Date.now();
};

/** Always the newest value, for listeners that live longer than one rendering. */
export const useLatest = <T>(value: T): { readonly current: T } => {
  const ref = useRef(value);
  ref.current = value;
  return ref;
};
