import { sizedLike } from './avatar-address.ts';
import { lookUp } from './selectors.ts';

/** Marks nodes of ours in X's page; the value says which. */
export const ownMark = 'data-facelift';

const ownPicture = `[${ownMark}="picture"]`;

/**
 * What an avatar is drawn with. X shows a background and keeps an invisible `img` beside it; both are
 * withdrawn when the picture fails (react-native-web; x.com, seen 2026-02-13). `own` is our stand-in.
 */
interface Layers {
  readonly img: HTMLImageElement | null;
  readonly background: HTMLElement | null;
  readonly own: HTMLElement | null;
}

const layersOf = (container: Element): Layers => ({
  img: container.querySelector('img'),
  background: container.querySelector(`[style*="background-image"]:not(${ownPicture})`),
  own: container.querySelector(ownPicture),
});

/** Address of an inline background image; null where there is none. */
const backgroundAddress = (element: HTMLElement | null): string | null =>
  /url\("?(.+?)"?\)/.exec(element?.style.backgroundImage ?? '')?.[1] ?? null;

/** Draws a background image. JSON's quoting is valid in CSS for anything an address may hold. */
const setBackground = (element: HTMLElement, address: string): void => {
  element.style.backgroundImage = `url(${JSON.stringify(address)})`;
};

/** The address a single node draws its picture from, as an image or as a background; null without any. */
export const drawnAddress = (place: HTMLElement): string | null =>
  place instanceof HTMLImageElement ? place.getAttribute('src') : backgroundAddress(place);

/** Has a single node draw another picture, in the way it draws now. */
export const drawAddress = (place: HTMLElement, address: string): void => {
  if (place instanceof HTMLImageElement) place.src = address;
  else setBackground(place, address);
};

/** An element, if it is of a kind, and all of that kind below it. */
export const within = (element: Element, css: string): Element[] => {
  const below = [...element.querySelectorAll(css)];
  return element.matches(css) ? [element, ...below] : below;
};

/** The address X itself draws in an avatar now; null where it withdrew the picture or has not drawn it yet. */
export const shownByPage = (container: Element): string | null => {
  const { img, background } = layersOf(container);
  return img?.getAttribute('src') ?? backgroundAddress(background);
};

const createOwn = (container: Element): HTMLElement => {
  const own = document.createElement('div');
  own.setAttribute(ownMark, 'picture');
  // Right after the innermost spacer is the box the picture filled, and X's own rounding clips it.
  const spacers = lookUp(container, 'avatarSpacer');
  const frame = spacers.ok ? spacers.value.at(-1)?.nextElementSibling : null;
  own.style.cssText = `position:absolute;inset:0;background-size:cover;pointer-events:none;border-radius:${frame ? 0 : '50%'}`;
  (frame ?? container).append(own);
  return own;
};

/**
 * Shows another picture in an avatar, at the size variant that is there now. Both of X's layers are set;
 * where X withdrew them a node of ours is added as last child of the picture's box. X's own nodes are
 * never removed. Returns false where the avatar already showed it.
 */
export const paintAvatar = (container: Element, pictureUrl: string): boolean => {
  const { img, background, own } = layersOf(container);
  const target = background ?? own;
  const drawn = backgroundAddress(target);
  const address = sizedLike(pictureUrl, img?.getAttribute('src') ?? drawn);
  if (drawn === address && (img?.getAttribute('src') ?? address) === address) return false;
  if (img) img.src = address;
  setBackground(target ?? createOwn(container), address);
  if (background) own?.remove();
  return true;
};

/** Takes our stand-in away, once X draws a picture of its own again. */
export const removeOwnPicture = (container: Element): void => layersOf(container).own?.remove();
