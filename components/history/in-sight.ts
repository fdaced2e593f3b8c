/** Pictures this far outside of what is seen are made ready. */
const margin = '300px';

type Listener = (isNear: boolean) => void;

const listeners = new WeakMap<Element, Listener>();
let shared: IntersectionObserver | null = null;

const observer = (): IntersectionObserver => {
  shared ??= new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) listeners.get(target)?.(isIntersecting);
    },
    { rootMargin: margin },
  );
  return shared;
};

/** Tells whether an element is, or is about to be, in sight; returns how to stop. One observer serves all. */
export const watchSight = (element: Element, listener: Listener): (() => void) => {
  listeners.set(element, listener);
  observer().observe(element);
  return () => {
    listeners.delete(element);
    observer().unobserve(element);
  };
};
