import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const buttonOf = (list: HTMLElement, id: string, part: string): HTMLElement | null =>
  list.querySelector(`[data-entry="${CSS.escape(id)}"] [data-roving="${part}"]`);

/**
 * One stop of the Tab key for a long list: arrows, Page, Home and End go from item to item, staying on the
 * same of its buttons. When the item with the keyboard goes, its neighbour gets it.
 */
export const useRoving = (ids: readonly string[]) => {
  const list = useRef<HTMLUListElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const place = useRef({ index: 0, hadFocus: false });
  const found = wanted === null ? -1 : ids.indexOf(wanted);
  const index = found >= 0 ? found : Math.min(place.current.index, Math.max(0, ids.length - 1));
  const activeId = ids[index] ?? null;
  useLayoutEffect(() => {
    const lost = place.current.hadFocus && document.activeElement === document.body;
    place.current.index = index;
    if (lost && list.current && activeId !== null) {
      buttonOf(list.current, activeId, 'use')?.focus();
    }
  }, [activeId, index, ids]);
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    const part = target instanceof HTMLElement ? target.dataset['roving'] : undefined;
    const step = steps[event.key];
    if (part === undefined || step === undefined || !list.current) return;
    event.preventDefault();
    const next = ids[Math.min(Math.max(index + step, 0), ids.length - 1)];
    if (next === undefined) return;
    setWanted(next);
    const button = buttonOf(list.current, next, part);
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  };
  const onFocusIn = (event: FocusEvent) => {
    place.current.hadFocus = true;
    const { target } = event;
    const item = target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null;
    setWanted(item?.dataset['entry'] ?? null);
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // Without a next element the focused one may just have been taken away.
    if (relatedTarget instanceof Node && !list.current?.contains(relatedTarget)) {
      place.current.hadFocus = false;
    }
  };
  return { list, activeId, onKeyDown, onFocusIn, onFocusOut };
};
