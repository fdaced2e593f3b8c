import { pictureAddressOf } from './hosts.ts';
import { type AvatarVariant, avatarWords, bannerSizes, type BannerVariant } from './sizes.ts';

/** An uploaded avatar. */
export interface AvatarUrl {
  readonly kind: 'avatar';
  /** `<id>/<token>`: equal keys are the same upload, whatever the host, the size and the query. */
  readonly key: string;
  readonly variant: AvatarVariant;
  /** With its dot, as written; empty where there is none. */
  readonly extension: string;
  readonly query: string;
}

/** A banner. Its key is `<user id>/<Unix second of the upload>`, both as text: ids exceed 2^53. */
export interface BannerUrl {
  readonly kind: 'banner';
  readonly key: string;
  readonly variant: BannerVariant;
  readonly query: string;
}

/** What X shows for accounts without a picture: today's grey person, or one of the old eggs by number. */
export interface DefaultUrl {
  readonly kind: 'default';
  readonly egg: number | null;
  readonly variant: AvatarVariant;
}

export type ImageUrl = AvatarUrl | BannerUrl | DefaultUrl;

const avatarPath = /^\/profile_images\/(\d+)\/([^/]+)$/;
const bannerPath = /^\/profile_banners\/(\d+\/\d+)(?:\/([^/]*))?$/;
/** Today's folder, and the two there were in 2010. */
const defaultPath =
  /^\/(?:sticky\/default_profile_images|a\/\d+\/images|images)\/default_profile(?:_(\d))?(?:_([a-z0-9_]+))?\.png$/;

const knownExtension = /\.(?:jpe?g|png|gif|bmp|webp)$/i;

/** What a browser takes for the folder itself or the one above. */
const dots = /^(?:\.|%2e){1,2}$/i;

const avatarOf = (id: string, name: string, query: string): AvatarUrl | null => {
  const extension = knownExtension.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  // The last word only, and in lower case: tokens may hold such words themselves.
  const variant = avatarWords.find((word) => stem.endsWith(`_${word}`)) ?? 'original';
  const token = variant === 'original' ? stem : stem.slice(0, -variant.length - 1);
  if (token === '' || dots.test(token)) return null;
  return { kind: 'avatar', key: `${id}/${token}`, variant, extension, query };
};

const bannerOf = (key: string, word: string, query: string): BannerUrl | null => {
  const variant = word === '' ? 'base' : bannerSizes.find(({ name }) => name === word)?.name;
  return variant === undefined ? null : { kind: 'banner', key, variant, query };
};

const defaultOf = (egg: string | undefined, word: string | undefined): DefaultUrl | null => {
  const variant = word === undefined ? 'original' : avatarWords.find((known) => known === word);
  if (variant === undefined) return null;
  return { kind: 'default', egg: egg === undefined ? null : Number(egg), variant };
};

/**
 * Takes the address of an avatar, a banner or the default picture apart; null for anything else. Old hosts
 * are understood, a fragment is left out. Never throws. Forms: X docs, User profile images and banners, 2024;
 * old ones as other clients' tests have them (2010 to 2025).
 */
export const parseImageUrl = (address: string): ImageUrl | null => {
  const parts = pictureAddressOf(address);
  if (!parts) return null;
  const { path, query } = parts;
  const [, id, name = ''] = avatarPath.exec(path) ?? [];
  if (id !== undefined) return avatarOf(id, name, query);
  const [, key, variant = ''] = bannerPath.exec(path) ?? [];
  if (key !== undefined) return bannerOf(key, variant, query);
  const found = defaultPath.exec(path);
  return found && defaultOf(found[1], found[2]);
};

const suffix = (variant: AvatarVariant): string => (variant === 'original' ? '' : `_${variant}`);

/** The address of a picture today: always https, at pbs.twimg.com, the default one at abs.twimg.com. */
export const imageAddress = (url: ImageUrl): string => {
  switch (url.kind) {
    case 'avatar':
      return `https://pbs.twimg.com/profile_images/${url.key}${suffix(url.variant)}${url.extension}${url.query}`;
    case 'banner': {
      const size = url.variant === 'base' ? '' : `/${url.variant}`;
      return `https://pbs.twimg.com/profile_banners/${url.key}${size}${url.query}`;
    }
    case 'default': {
      const egg = url.egg === null ? '' : `_${url.egg}`;
      return `https://abs.twimg.com/sticky/default_profile_images/default_profile${egg}${suffix(url.variant)}.png`;
    }
  }
};

/** The same avatar in another size; the address unchanged where it is not an uploaded avatar. */
export const avatarAt = (address: string, variant: AvatarVariant): string => {
  const url = parseImageUrl(address);
  return url?.kind === 'avatar' ? imageAddress({ ...url, variant }) : address;
};

/** `<id>/<token>` of an uploaded avatar; null for the default picture and anything else. */
export const avatarKeyOf = (address: string): string | null => {
  const url = parseImageUrl(address);
  return url?.kind === 'avatar' ? url.key : null;
};
