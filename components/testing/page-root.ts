import { render, type ComponentChild } from 'preact';
import { afterEach, beforeEach } from 'vitest';

/** An empty place in the document that a test draws into. */
export interface PageRoot {
  /** The element itself, new for each test. */
  element(): HTMLElement;
  show(what: ComponentChild): void;
  /** Takes down what is shown, as leaving the page does. */
  clear(): void;
  /** Gives each test of the file that calls this an empty place, and clears it up afterwards. */
  renewForEachTest(): void;
}

/** A place that is not in the document yet. */
export const createPageRoot = (): PageRoot => {
  let root = document.createElement('div');
  const show = (what: ComponentChild): void => render(what, root);
  const clear = (): void => show(null);
  return {
    element: () => root,
    show,
    clear,
    renewForEachTest: () => {
      beforeEach(() => {
        root = document.createElement('div');
        document.body.append(root);
      });
      afterEach(() => {
        clear();
        root.remove();
      });
    },
  };
};

/** Gives each test of a file an empty place of its own. */
export const usePageRoot = (): PageRoot => {
  const root = createPageRoot();
  root.renewForEachTest();
  return root;
};
