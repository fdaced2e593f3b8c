import type { ChangedNodes } from './repaint.ts';
import { lookUp } from './selectors.ts';

/** What the page has done since the last frame. */
export interface PageNews {
  readonly address: string;
  /** The theme or the root's font size may have changed. */
  readonly look: boolean;
  /** The window has changed its size. */
  readonly size: boolean;
}

export interface PageListener {
  /** Right after the page changed its nodes and before anything is drawn. Must be quick. */
  readonly onNodes: (nodes: ChangedNodes) => void;
  /** At most once a frame, once at the start, and whenever something may matter. */
  readonly onFrame: (news: PageNews) => void;
}

/** Frames stop while a tab is hidden; what was asked then happens a little later all the same. */
const hiddenFrameMs = 250;

/** The two elements that carry the theme. */
const isPage = (node: Node): boolean => node === document.documentElement || node === document.body;

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const nodesIn = (records: readonly MutationRecord[]): ChangedNodes => {
  const added = new Set<Element>();
  const changed = new Set<Element>();
  for (const { target, addedNodes } of records) {
    for (const node of addedNodes) if (isElement(node) && node.isConnected) added.add(node);
    // Removals tell through what is left; of attributes only those of avatars are watched.
    if (isElement(target) && !isPage(target) && addedNodes.length === 0) {
      changed.add(target);
    }
  }
  return { added: [...added], changed: [...changed] };
};

/** Runs `run` once before the next drawing, however often it was asked for. */
const oncePerFrame = (run: () => void, signal: AbortSignal): (() => void) => {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
  };
  const fire = (): void => {
    stop();
    if (!signal.aborted) run();
  };
  signal.addEventListener('abort', stop, { once: true });
  return () => {
    if (frame !== 0 || signal.aborted) return;
    frame = requestAnimationFrame(fire);
    timer = setTimeout(fire, hiddenFrameMs);
  };
};

/**
 * Follows X's page: changes of address by the Navigation API where there is one, and one observer of the
 * app's nodes, which also notices an address that changed without saying so. Ends with `signal`.
 */
export const watchPage = ({ onNodes, onFrame }: PageListener, signal: AbortSignal): void => {
  const page = document.documentElement;
  const found = lookUp(document, 'appRoot');
  const app = found.ok ? found.value[0] : document.body;
  let look = false;
  let size = false;
  const frame = oncePerFrame(() => {
    const news = { address: location.href, look, size };
    look = size = false;
    onFrame(news);
  }, signal);
  const observer = new MutationObserver((records) => {
    look ||= records.some(({ type, target }) => type === 'attributes' && isPage(target));
    onNodes(nodesIn(records));
    frame();
  });
  observer.observe(app, {
    childList: true,
    subtree: true,
    attributeFilter: ['data-testid', 'src'],
  });
  observer.observe(page, { attributeFilter: ['data-theme', 'style', 'dir'] });
  if (app !== document.body) observer.observe(document.body, { attributeFilter: ['style'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  // X changes the address first and the page later; the observer sees the latter.
  if (typeof navigation === 'undefined') window.addEventListener('popstate', frame, { signal });
  else navigation.addEventListener('currententrychange', frame, { signal });
  const resized = (): void => {
    size = true;
    frame();
  };
  window.addEventListener('resize', resized, { signal });
  frame();
};
