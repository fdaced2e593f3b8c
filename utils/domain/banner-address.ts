/** A banner address taken apart: the account it belongs to and the second it was uploaded. */
const addressPattern =
  /^(?:https?:)?\/\/(?:pbs|si0)\.twimg\.com(?::443)?\/profile_banners\/(\d+)\/(\d+)(?:\/[a-z0-9_]*)?(?:[?#].*)?$/i;

/**
 * `<user id>/<upload second>` of a banner's address in any variant; null for anything else. Equal keys
 * are the same upload: the last part is the second it was taken (recorded 2019-07-13).
 */
export const bannerKeyOf = (address: string): string | null => {
  const [, id, second] = addressPattern.exec(address) ?? [];
  return id === undefined ? null : `${id}/${second}`;
};

/** Sizes of a banner that this program asks for: the address as X gives it, and the size it shows. */
export type BannerSize = 'base' | '1500x500' | '600x200';

/** The same banner in another size; the address unchanged where it is none of X's. */
export const bannerAt = (address: string, size: BannerSize): string => {
  const key = bannerKeyOf(address);
  if (key === null) return address;
  return `https://pbs.twimg.com/profile_banners/${key}${size === 'base' ? '' : `/${size}`}`;
};
