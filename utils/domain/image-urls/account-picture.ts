import { avatarAt, avatarKeyOf, imageAddress, parseImageUrl } from './image-urls.ts';
import type { BannerVariant } from './sizes.ts';

/** `<user id>/<upload second>` of a banner's address in any size; null for anything else. */
export const bannerKeyOf = (address: string): string | null => {
  const url = parseImageUrl(address);
  return url?.kind === 'banner' ? url.key : null;
};

/** The same banner in another size; the address unchanged where it is none of X's. */
export const bannerAt = (address: string, variant: BannerVariant): string => {
  const url = parseImageUrl(address);
  return url?.kind === 'banner' ? imageAddress({ ...url, variant }) : address;
};

/** Pictures on X's own hosts that are no uploads are the default ones. */
const isOfX = (address: string): boolean =>
  /^https?:\/\/([a-z0-9-]+\.)*twimg\.com(:\d+)?\//i.test(address);

/**
 * What an account's picture is told from others by: of X the key of the upload, null for X's default one;
 * of another server the address itself, because a new picture has a new one there.
 */
export const pictureKeyOf = (address: string): string | null =>
  avatarKeyOf(address) ??
  bannerKeyOf(address) ??
  (address === '' || isOfX(address) ? null : address);

/** `/avatar/7-48-20140901-…`: sizes in the addresses of StatusNet and its heirs (classes/Avatar.php, 2014). */
const sizedElsewhere = /(\/avatar\/[\w-]*?\d+-)(?:24|48|96|\d+x\d+)(-[^/?#]+)$/;

const betterOf = (address: string): readonly string[] => {
  switch (parseImageUrl(address)?.kind) {
    case 'avatar':
      return [avatarAt(address, 'original'), avatarAt(address, '400x400')];
    case 'banner':
      // Some accounts' banners answer under no address without a size (reported 2023).
      return [bannerAt(address, 'base'), bannerAt(address, '1500x500')];
    default:
      return [address.replace(sizedElsewhere, '$1original$2')];
  }
};

/**
 * Addresses of an account's picture, best first: on X the one as it was uploaded and the largest of fixed
 * size, elsewhere the original where the address has a size in it; last the address as it is given.
 */
export const addressesOfPicture = (address: string): readonly string[] => [
  ...new Set([...betterOf(address), address]),
];
