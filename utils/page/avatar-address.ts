import { avatarAt, avatarKeyOf, parseImageUrl } from '../domain/image-urls/image-urls.ts';
import type { AvatarVariant } from '../domain/image-urls/sizes.ts';

/** True for the picture X shows for accounts that have none. */
export const isDefaultPicture = (address: string): boolean =>
  parseImageUrl(address)?.kind === 'default';

// Sharp in every place X has.
const unknownPlace: AvatarVariant = '400x400';

const variantOf = (shown: string): AvatarVariant => {
  const url = parseImageUrl(shown);
  if (url === null || url.kind === 'banner') return unknownPlace;
  // Without a word the default picture stands for any size.
  return url.kind === 'default' && url.variant === 'original' ? unknownPlace : url.variant;
};

/**
 * `pictureUrl` in the size in which another address asks for its picture; in 400 px where that one does
 * not say. Addresses that are no uploaded avatars come back unchanged.
 */
export const sizedLike = (pictureUrl: string, shown: string | null): string =>
  avatarAt(pictureUrl, variantOf(shown ?? ''));

/** `<id>/<token>` of an uploaded avatar; null for the default picture and anything else. */
export const pictureKey = (address: string | null): string | null => avatarKeyOf(address ?? '');

/** True where the first key names an earlier upload: the id in it carries the time (snowflakes, since 2013). */
export const isEarlierUpload = (key: string, thanKey: string): boolean =>
  BigInt(key.split('/', 1)[0] ?? 0) < BigInt(thanKey.split('/', 1)[0] ?? 0);
