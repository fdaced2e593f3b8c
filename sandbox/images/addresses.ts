import type { AvatarVariant, BannerVariant } from './facts.ts';
import type { Picture, PictureMime } from '../world-types.ts';

const extensionByMime: Record<PictureMime, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
};

/** Shown for users without a picture of their own. X docs, "User profile images", 2024. */
export function defaultAvatarUrl(variant: AvatarVariant): string {
  return `https://abs.twimg.com/sticky/default_profile_images/default_profile${suffix(variant)}.png`;
}

export function avatarUrl(picture: Picture | null, variant: AvatarVariant): string {
  if (!picture) return defaultAvatarUrl(variant);
  const extension = extensionByMime[picture.mime];
  return `https://pbs.twimg.com/profile_images/${picture.key}${suffix(variant)}.${extension}`;
}

/** Banner addresses carry no extension. */
export function bannerUrl(picture: Picture, variant: BannerVariant): string {
  const base = `https://pbs.twimg.com/profile_banners/${picture.key}`;
  return variant === 'base' ? base : `${base}/${variant}`;
}

function suffix(variant: AvatarVariant): string {
  return variant === 'original' ? '' : `_${variant}`;
}
