import { isDefaultPicture, isEarlierUpload, pictureKey, sizedLike } from './avatar-address.ts';
import {
  drawAddress,
  drawnAddress,
  paintAvatar,
  removeOwnPicture,
  shownByPage,
  within,
} from './avatar-layers.ts';
import { anyAvatar, avatarsOf, ownerOf } from './selectors.ts';

/** An account's picture has changed. */
export interface NewPicture {
  readonly handle: string;
  /** `<id>/<token>` of the picture before; null where the account had the default one. */
  readonly previousKey: string | null;
  /** Address of the new picture as X's user object names it. */
  readonly pictureUrl: string;
}

/** Nodes that came, and nodes in which something changed. */
export interface ChangedNodes {
  readonly added: readonly Element[];
  readonly changed: readonly Element[];
}

/** Keeps new pictures in place while X goes on drawing old ones. */
export interface Repainter {
  /** Shows the picture as soon as it is loaded and remembers it. Resolves to how many places changed. */
  show(news: NewPicture): Promise<number>;
  /** Looks at what X has just drawn. Cheap while no picture is remembered. */
  look(nodes: ChangedNodes): void;
}

interface Remembered {
  readonly pictureUrl: string;
  /** Keys of pictures this account had before, newest last; null stands for the default picture. */
  readonly old: readonly (string | null)[];
}

// A page may stay open for weeks.
const maxHandles = 8;
const maxOldKeys = 8;

// A blank face while the new picture loads would look like a fault.
const maxLoadMs = 3_000;

/** Everything that draws some uploaded avatar, whosever. */
const anyPicture = 'img[src*="/profile_images/"],[style*="/profile_images/"]';

/** Repaints a place that does not say whose it is (dialogs, chat), if it draws one of these keys. */
const paintByKey = (place: Element, { old, pictureUrl }: Remembered): boolean => {
  if (!(place instanceof HTMLElement)) return false;
  const shown = drawnAddress(place);
  const key = pictureKey(shown);
  if (key === null || !old.includes(key)) return false;
  drawAddress(place, sizedLike(pictureUrl, shown));
  return true;
};

/**
 * Shows an account's new picture everywhere in `root`: in all avatars that carry its handle, and
 * wherever else the previous picture is drawn. Returns how many places changed.
 */
export const showNewPicture = (root: ParentNode, news: NewPicture): number => {
  const { handle, previousKey, pictureUrl } = news;
  const avatars = [...root.querySelectorAll(avatarsOf(handle))];
  const painted = avatars.filter((avatar) => paintAvatar(avatar, pictureUrl));
  const picture = { pictureUrl, old: [previousKey] };
  const others = [...root.querySelectorAll(anyPicture)].filter((one) => paintByKey(one, picture));
  return painted.length + others.length;
};

/** Whether what X draws is older than the picture we know of. If not, X knows of a later change. */
const isOutdated = (shown: string | null, { pictureUrl, old }: Remembered): boolean => {
  if (shown === null) return true;
  if (isDefaultPicture(shown)) return old.includes(null);
  const key = pictureKey(shown);
  const newKey = pictureKey(pictureUrl);
  if (key === null || newKey === null) return key !== null && old.includes(key);
  return key === newKey || old.includes(key) || isEarlierUpload(key, newKey);
};

const untilLoaded = (address: string): Promise<unknown> =>
  new Promise((resolve) => {
    const probe = new Image();
    probe.onload = probe.onerror = resolve;
    probe.src = address;
    setTimeout(resolve, maxLoadMs);
  });

/**
 * A repainter for the page below `root`. Holds the newest picture of at most eight accounts. `load` resolves
 * once the picture at an address is in the browser's cache, or may as well be shown without.
 */
export const createRepainter = (root: ParentNode, load = untilLoaded): Repainter => {
  const byHandle = new Map<string, Remembered>();

  const remember = (news: NewPicture, drawn: readonly (string | null)[]): Remembered => {
    const handle = news.handle.toLowerCase();
    const before = byHandle.get(handle);
    const last = before ? [...before.old, pictureKey(before.pictureUrl)] : [];
    const keys = [
      ...last,
      ...drawn.map(pictureKey).filter((key) => key !== null),
      news.previousKey,
    ];
    const picture = { pictureUrl: news.pictureUrl, old: [...new Set(keys)].slice(-maxOldKeys) };
    byHandle.delete(handle);
    byHandle.set(handle, picture);
    const [oldest = ''] = byHandle.keys();
    if (byHandle.size > maxHandles) byHandle.delete(oldest);
    return picture;
  };

  const lookAtAvatar = (avatar: Element): void => {
    const picture = byHandle.get(ownerOf(avatar)?.toLowerCase() ?? '');
    if (picture && isOutdated(shownByPage(avatar), picture))
      paintAvatar(avatar, picture.pictureUrl);
    // X draws the face again itself, or uses the node for somebody else's.
    else removeOwnPicture(avatar);
  };

  return {
    async show(news) {
      const avatars = [...root.querySelectorAll(avatarsOf(news.handle))];
      const drawn = avatars.map(shownByPage);
      const picture = remember(news, drawn);
      const sizes = drawn.map((address) => sizedLike(news.pictureUrl, address));
      await Promise.all([...new Set(sizes)].map(load));
      // Another picture may have come while this one was loading.
      const newest = [...byHandle.values()].includes(picture);
      return newest ? showNewPicture(root, news) : 0;
    },
    look({ added, changed }) {
      if (byHandle.size === 0) return;
      const touched = [...added, ...changed].flatMap((element) => element.closest(anyAvatar) ?? []);
      const came = added.flatMap((element) => within(element, anyAvatar));
      for (const avatar of new Set([...touched, ...came])) lookAtAvatar(avatar);
      const places = [...changed, ...added.flatMap((element) => within(element, anyPicture))];
      for (const picture of byHandle.values()) {
        for (const place of places) paintByKey(place, picture);
      }
    },
  };
};
