/** What to look for in a page, by what assistive technology would call it. */
export interface Wanted {
  readonly kind: 'button' | 'tab' | 'field' | 'alert' | 'status' | 'progressbar';
  /** Exact accessible name of a button or label of a field. */
  readonly name?: string;
}

/**
 * Runs in the page, for the driver that has no such search of its own. Serialised, so it uses nothing from
 * outside itself. Looks into open shadow roots too; returns only what is laid out.
 */
export const findAccessible = ({ kind, name }: Wanted): Element[] => {
  const every = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? every(element.shadowRoot) : []),
    ]);
  const textOf = (element: Element): string =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const said = element.getAttribute('aria-label');
    if (said !== null) return said;
    const labels = (element as HTMLInputElement).labels;
    return labels?.[0] ? textOf(labels[0]) : textOf(element);
  };
  const css = {
    button: 'button, [role="button"], summary',
    tab: '[role="tab"]',
    field: 'input, textarea, select',
    alert: '[role="alert"]',
    status: '[role="status"]',
    progressbar: '[role="progressbar"], progress',
  }[kind];
  return every(document).filter(
    (element) =>
      element.matches(css) &&
      (name === undefined || nameOf(element) === name) &&
      (kind !== 'button' || element.getClientRects().length > 0),
  );
};
