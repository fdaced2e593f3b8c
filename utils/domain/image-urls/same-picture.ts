import { type ImageUrl, imageAddress } from './image-urls.ts';
import { avatarSizes, bannerSizes, type PictureSize } from './sizes.ts';

/** Whether two addresses, taken apart, show the same upload, or both the same default picture. */
export const isSamePicture = (one: ImageUrl, other: ImageUrl): boolean => {
  if (one.kind === 'default') return other.kind === 'default' && one.egg === other.egg;
  return one.kind === other.kind && one.key === other.key;
};

/**
 * Whether another picture may have taken this one's place, so that asking whose it is can help where it is
 * gone (X docs, Outdated profile images, 2024). Never so for the default picture, which is nobody's. A token
 * that only looks like it, `default_profile_2` among uploads, is an upload (seen 2015).
 */
export const isRepairable = ({ kind }: ImageUrl): boolean => kind !== 'default';

/** The id of the user a banner belongs to; null for avatars: their addresses do not say. */
export const ownerIdOf = (url: ImageUrl): string | null =>
  url.kind === 'banner' ? (url.key.split('/', 1)[0] ?? null) : null;

/** A picture in one of its sizes. */
export interface SizeAddress {
  readonly size: PictureSize<string>;
  readonly address: string;
}

/** A picture's addresses in every size X keeps, each kind in the order of its table. */
export const everySize = (url: ImageUrl): readonly SizeAddress[] =>
  url.kind === 'banner'
    ? bannerSizes.map((size) => ({ size, address: imageAddress({ ...url, variant: size.name }) }))
    : avatarSizes.map((size) => ({ size, address: imageAddress({ ...url, variant: size.name }) }));

// Time in ids since 2013: X's own formula (snowflake, 2010). Older ones are mere counters of ten digits at most.
const snowflakeEpochMs = 1_288_834_974_657n;
const shortestSnowflake = 15;

/** When a picture was uploaded, Unix ms, as far as its address tells; null for older ones and the default. */
export const uploadedAtMs = (url: ImageUrl): number | null => {
  const [first = '', second = ''] = url.kind === 'default' ? [] : url.key.split('/');
  if (url.kind === 'banner') return second.length > 11 ? null : Number(second) * 1000;
  // Nineteen digits are all there are below 2^63.
  if (first.length < shortestSnowflake || first.length > 19) return null;
  return Number((BigInt(first) >> 22n) + snowflakeEpochMs);
};
