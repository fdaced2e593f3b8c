interface Window {
  /** Set by tests to tell whether a page was reloaded. */
  faceliftMark?: true;
}
