interface Window {
  /** Set by tests to tell whether a page was reloaded. */
  faceliftMark?: true;
  /** Set on a document that is about to be left. */
  faceliftLeft?: true;
  /** What the page said of a swap, kept by tests. */
  faceliftWords?: string[];
}
