import { bannerKeyOf } from '../domain/image-urls/account-picture.ts';
import { drawAddress, drawnAddress, within } from './avatar-layers.ts';
import type { ChangedNodes } from './repaint.ts';

/** An account's banner has changed. */
export interface NewBanner {
  /** `<user id>/<upload second>` of the banner before; null where there was none. */
  readonly previousKey: string | null;
  /** Address of the new banner as X's user object names it; empty where it was taken away. */
  readonly pictureUrl: string;
}

/** Keeps new banners in place while X goes on drawing old ones. */
export interface BannerRepainter {
  show(news: NewBanner): void;
  /** Looks at what X has just drawn. Cheap while no banner is remembered. */
  look(nodes: ChangedNodes): void;
}

// A page may stay open for weeks.
const maxRemembered = 8;

/** Everything that draws some banner, whosever. */
const anyBanner = 'img[src*="/profile_banners/"],[style*="/profile_banners/"]';

const variantOf = (address: string): string =>
  /\/profile_banners\/\d+\/\d+\/(\w+)/.exec(address)?.[1] ?? '1500x500';

/**
 * A repainter of banners for the page below `root`. A banner is told by its upload alone, so nobody
 * else's is touched. Where X drew none before, or one was taken away, X's own next drawing shows it.
 */
export const createBannerRepainter = (root: ParentNode): BannerRepainter => {
  /** From the upload that was replaced to the address of the one that shows now. */
  const newer = new Map<string, string>();

  const paint = (place: Element): void => {
    if (!(place instanceof HTMLElement)) return;
    const shown = drawnAddress(place);
    const next = shown === null ? undefined : newer.get(bannerKeyOf(shown) ?? '');
    if (shown === null || next === undefined) return;
    drawAddress(place, `${next}/${variantOf(shown)}`);
  };

  const remember = (previousKey: string, pictureUrl: string): void => {
    const newKey = bannerKeyOf(pictureUrl);
    // What led to the one that was replaced leads on to the newest; nothing leads back to itself.
    for (const [key, address] of newer) {
      if (bannerKeyOf(address) === previousKey) newer.set(key, pictureUrl);
    }
    newer.set(previousKey, pictureUrl);
    if (newKey !== null) newer.delete(newKey);
    const [oldest = ''] = newer.keys();
    if (newer.size > maxRemembered) newer.delete(oldest);
  };

  return {
    show({ previousKey, pictureUrl }) {
      if (previousKey === null || bannerKeyOf(pictureUrl) === null) return;
      remember(previousKey, pictureUrl);
      for (const place of root.querySelectorAll(anyBanner)) paint(place);
    },
    look({ added, changed }) {
      if (newer.size === 0) return;
      for (const place of [...changed, ...added.flatMap((element) => within(element, anyBanner))])
        paint(place);
    },
  };
};
