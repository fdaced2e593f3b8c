import {
  avatarAt,
  avatarVariants,
  parseAvatarAddress,
  type AvatarVariant,
} from '../domain/profile-picture.ts';

/** `abs.twimg.com/sticky/default_profile_images/default_profile_400x400.png` (x.com, seen 2025-12-07). */
const defaultPattern = /\/default_profile_images\/default_profile(?:_(\w+?))?\.png/;

/** True for the picture X shows for accounts that have none. */
export const isDefaultPicture = (address: string): boolean => defaultPattern.test(address);

// Sharp in every place X has.
const unknownPlace: AvatarVariant = '400x400';

/**
 * `pictureUrl` in the size in which another address asks for its picture; in 400 px where that one does
 * not say. Addresses that are no uploaded avatars come back unchanged.
 */
export const sizedLike = (pictureUrl: string, shown: string | null): string => {
  const word = shown === null ? undefined : defaultPattern.exec(shown)?.[1];
  const variant =
    parseAvatarAddress(shown ?? '')?.variant ?? avatarVariants.find((known) => known === word);
  return avatarAt(pictureUrl, variant ?? unknownPlace);
};

/** `<id>/<token>` of an uploaded avatar; null for the default picture and anything else. */
export const pictureKey = (address: string | null): string | null =>
  parseAvatarAddress(address ?? '')?.key ?? null;

/** True where the first key names an earlier upload: the id in it carries the time (snowflakes, since 2013). */
export const isEarlierUpload = (key: string, thanKey: string): boolean =>
  BigInt(key.split('/', 1)[0] ?? 0) < BigInt(thanKey.split('/', 1)[0] ?? 0);
