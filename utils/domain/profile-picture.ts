/** Size variants of an avatar address (X docs, profile images, 2022 text; 400x400 and below: seen in use). */
export const avatarVariants = [
  'normal',
  'bigger',
  'mini',
  '400x400',
  '200x200',
  'reasonably_small',
  'x96',
] as const;

export type AvatarVariant = (typeof avatarVariants)[number] | 'original';

/** An avatar address taken apart. `key` is `<id>/<token>`: equal keys are the same upload. */
export interface AvatarAddress {
  readonly key: string;
  readonly variant: AvatarVariant;
  /** With its dot, as written; empty where there is none. */
  readonly extension: string;
}

const addressPattern =
  /^(?:https?:)?\/\/pbs\.twimg\.com(?::443)?\/profile_images\/(\d+)\/([^/?#]+)/i;
const namePattern = new RegExp(
  `^(.+?)(?:_(${avatarVariants.join('|')}))?(\\.(?:jpe?g|png|gif|bmp|webp))?$`,
  'i',
);

/**
 * Takes the address of an uploaded avatar apart; null for anything else, the default picture included.
 * Only the last variant word counts, and only in lower case: tokens may hold such words themselves.
 */
export const parseAvatarAddress = (address: string): AvatarAddress | null => {
  const parts = addressPattern.exec(address);
  const name = parts && namePattern.exec(parts[2] ?? '');
  if (!parts || !name) return null;
  const [, token = '', word, extension = ''] = name;
  const known = avatarVariants.find((variant) => variant === word);
  if (word !== undefined && known === undefined) {
    return { key: `${parts[1]}/${token}_${word}`, variant: 'original', extension };
  }
  return { key: `${parts[1]}/${token}`, variant: known ?? 'original', extension };
};

/** The same picture in another size; the address unchanged where it is not an uploaded avatar. */
export const avatarAt = (address: string, variant: AvatarVariant): string => {
  const parsed = parseAvatarAddress(address);
  if (!parsed) return address;
  const suffix = variant === 'original' ? '' : `_${variant}`;
  return `https://pbs.twimg.com/profile_images/${parsed.key}${suffix}${parsed.extension}`;
};

/** Pictures on X's own hosts that are no uploads are the default ones. */
const isOfX = (address: string): boolean =>
  /^https?:\/\/([a-z0-9-]+\.)*twimg\.com(:\d+)?\//i.test(address);

/**
 * What an account's picture is told from others by: of X `<id>/<token>`, null for X's default one; of
 * another server the address itself, because a new picture has a new one there.
 */
export const pictureKeyOf = (address: string): string | null => {
  const uploaded = parseAvatarAddress(address);
  if (uploaded) return uploaded.key;
  return address === '' || isOfX(address) ? null : address;
};

/** `/avatar/7-48-20140901-…`: sizes in the addresses of StatusNet and its heirs (classes/Avatar.php, 2014). */
const sizedElsewhere = /(\/avatar\/[\w-]*?\d+-)(?:24|48|96|\d+x\d+)(-[^/?#]+)$/;

/**
 * Addresses of an account's picture, best first: on X the original and the 400 px one, elsewhere the
 * original where the address has a size in it; last the address as it is given.
 */
export const addressesOfPicture = (address: string): readonly string[] => {
  const better = parseAvatarAddress(address)
    ? [avatarAt(address, 'original'), avatarAt(address, '400x400')]
    : [address.replace(sizedElsewhere, '$1original$2')];
  return [...new Set([...better, address])];
};
