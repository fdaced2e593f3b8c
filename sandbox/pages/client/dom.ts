type Child = Node | string | null | false;
type Props = Record<string, string | boolean | ((event: Event) => void) | null | undefined>;

/** Builds an element. `onClick`-like props become listeners, `false` and null props are left away. */
export function h(tag: string, props: Props, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

export function div(className: string, ...children: Child[]): HTMLElement {
  return h('div', className === '' ? {} : { class: className }, ...children);
}

/** Text the way X nests it: a box with a direction and a span inside (x-dom 1.1). */
export function text(className: string, words: string): HTMLElement {
  return h('div', { dir: 'auto', class: className }, h('span', {}, words));
}

/** A link of the page's own; the router listens for clicks on all of them. */
export function link(href: string, props: Props, ...children: Child[]): HTMLElement {
  return h('a', { href, role: 'link', ...props }, ...children);
}

/** Swaps a region's nodes for new ones, as React does when a component is mounted anew. */
export function mount(region: Element, ...nodes: Node[]): void {
  region.replaceChildren(...nodes);
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A line drawing on a 24 by 24 grid. */
export function icon(path: string, className = 'icon'): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', className);
  const group = document.createElementNS(svgNamespace, 'g');
  const shape = document.createElementNS(svgNamespace, 'path');
  shape.setAttribute('d', path);
  group.append(shape);
  svg.append(group);
  return svg;
}

/** Two paths of one drawing: the first filled, the second drawn over it in the page's colour. */
export function badge(ground: string, sign: string): SVGElement {
  const svg = icon(ground, 'icon badge');
  const over = document.createElementNS(svgNamespace, 'path');
  over.setAttribute('d', sign);
  over.setAttribute('class', 'badge-sign');
  svg.firstElementChild?.append(over);
  return svg;
}
