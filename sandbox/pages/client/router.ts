import type { PageData } from '../page-data-types.ts';

type Show = (data: PageData) => void;

/**
 * Moves between addresses without loading: the address changes at once, what is shown only when the
 * answer is there, as on X. An answer that was overtaken by a later move is dropped.
 */
export function startRouter(
  show: Show,
  scroll: (y: number) => void,
): (href: string) => Promise<void> {
  let newest = 0;
  const load = async (): Promise<void> => {
    const mine = (newest += 1);
    const query = new URLSearchParams(location.search);
    query.set('path', location.pathname);
    const answer = await fetch(`/i/api/page?${query}`);
    const data = (await answer.json()) as PageData;
    if (mine === newest) show(data);
  };
  const go = async (href: string): Promise<void> => {
    const target = new URL(href, location.href);
    keepOptions(target);
    history.pushState({}, '', target);
    await load();
    scroll(0);
  };
  document.addEventListener('click', (event) => {
    const href = internalHref(event);
    if (href === null) return;
    event.preventDefault();
    void go(href);
  });
  addEventListener('popstate', () => void load());
  return go;
}

function internalHref(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey) return null;
  const target = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
  return target?.getAttribute('href') ?? null;
}

/** `?session=none` and `?dir=rtl` belong to the visit, not to one address. */
function keepOptions(target: URL): void {
  const now = new URLSearchParams(location.search);
  for (const name of ['session', 'dir']) {
    const value = now.get(name);
    if (value !== null) target.searchParams.set(name, value);
  }
}
