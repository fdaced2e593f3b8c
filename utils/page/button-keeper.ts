import { findButtonPlace, type ButtonPlace } from './button-place.ts';
import { readNativeLook } from './native-look.ts';
import { ownHandle } from './own-handle.ts';
import { routeOf, sameHandle } from './routes.ts';
import { buttonHosts, type SwapButton } from './swap-button.ts';
import type { PageNews } from './watch-page.ts';

/** Keeps the button where it belongs. */
export interface ButtonKeeper {
  /** Looks at the page and puts the button in, moves it, or takes it away. */
  check(news: PageNews): void;
  /** Puts the button back at once where X has just replaced the nodes around it. Costs nothing otherwise. */
  mend(): void;
  remove(): void;
  /** Handle of the account beside whose face the button stands; null while it is away. */
  handle(): string | null;
}

/** Where X's own buttons are and how tall their row is, as one comparable text. */
const layoutOf = ({ row, editButton }: ButtonPlace, host: Element): string => {
  const theirs = [...row.children, editButton].filter((element) => element !== host);
  const boxes = theirs.map((element) => element.getBoundingClientRect());
  const numbers = boxes.flatMap(({ left, top }) => [left, top]);
  return [...numbers, row.getBoundingClientRect().height].map(Math.round).join();
};

/** Takes the roomiest form in which nothing of X's moves. */
const fit = (button: SwapButton, place: ButtonPlace): void => {
  button.host.style.setProperty('display', 'none', 'important');
  const before = layoutOf(place, button.host);
  for (const form of ['full', 'compact', 'overlay'] as const) {
    button.setForm(form);
    if (layoutOf(place, button.host) === before) return;
  }
};

/** Whose header should carry the button at this address: the viewer's own, or nobody's. */
const wantedHandle = (address: string): string | null => {
  const route = routeOf(address);
  if (route.kind === 'other' || (route.kind === 'profile' && route.part === 'below')) return null;
  const own = ownHandle(document, document.cookie);
  // Dialogs have addresses of their own and leave the profile below them.
  const wanted = own.ok && (route.kind === 'overlay' || sameHandle(route.handle, own.value));
  return wanted ? own.value : null;
};

/** A keeper for the one button of this page. */
export const createButtonKeeper = (button: SwapButton): ButtonKeeper => {
  const { host } = button;
  let place: ButtonPlace | null = null;
  let handle: string | null = null;

  const remove = (): void => {
    host.remove();
    place = handle = null;
  };

  const putIn = (found: ButtonPlace): void => {
    for (const old of document.querySelectorAll(buttonHosts)) old.remove();
    place = found;
    button.dress(readNativeLook(found.editButton));
    found.row.prepend(host);
    fit(button, found);
  };

  const check = ({ address, look, size }: PageNews): void => {
    const wanted = wantedHandle(address);
    if (wanted === null) return remove();
    const { row, editButton } = place ?? {};
    const stands =
      host.isConnected && host.parentElement === row && row?.contains(editButton ?? null);
    if (!place || !stands || handle !== wanted) {
      const found = findButtonPlace(document, wanted);
      if (!found.ok) return remove();
      handle = wanted;
      return putIn(found.value);
    }
    if (look) button.dress(readNativeLook(place.editButton));
    if (look || size) fit(button, place);
  };

  const mend = (): void => {
    if (place && !host.isConnected) check({ address: location.href, look: false, size: false });
  };

  return { check, mend, remove, handle: () => handle };
};
