/** Everything the sandbox knows about X's picture sizes and limits, each with where it was read. */

/** Edge in px of each square variant; `original` has none. */
export const avatarVariantEdgePx = {
  mini: 24, // X docs, "User profile images and banners", 2024
  normal: 48, // same
  bigger: 73, // same
  x96: 96, // requested by X's own web client, seen 2026
  reasonably_small: 128, // seen in third-party clients' fixtures
  '200x200': 200, // seen in the wild
  '400x400': 400, // undocumented, used by X's web client
} as const;

export type SizedAvatarVariant = keyof typeof avatarVariantEdgePx;
export type AvatarVariant = SizedAvatarVariant | 'original';

export interface SizePx {
  widthPx: number;
  heightPx: number;
}

/** X docs, "User profile images and banners" and GET users/profile_banner, 2024. */
export const bannerVariantSizesPx = {
  ipad: { widthPx: 626, heightPx: 313 },
  ipad_retina: { widthPx: 1252, heightPx: 626 },
  web: { widthPx: 520, heightPx: 260 },
  web_retina: { widthPx: 1040, heightPx: 520 },
  mobile: { widthPx: 320, heightPx: 160 },
  mobile_retina: { widthPx: 640, heightPx: 320 },
  '300x100': { widthPx: 300, heightPx: 100 },
  '600x200': { widthPx: 600, heightPx: 200 },
  '1500x500': { widthPx: 1500, heightPx: 500 },
} as const satisfies Record<string, SizePx>;

/** Served like the others, but not listed by users/profile_banner (X's web client asks for it). */
export const unlistedBannerVariantSizesPx = {
  '1080x360': { widthPx: 1080, heightPx: 360 },
} as const satisfies Record<string, SizePx>;

export type BannerVariant =
  | keyof typeof bannerVariantSizesPx
  | keyof typeof unlistedBannerVariantSizesPx
  | 'base';

export const avatarLimits = {
  /** "less than 700 kilobytes", X docs, account/update_profile_image, 2024; the stricter reading. */
  maxBytesExclusive: 700_000,
  /** "width larger than 400 pixels will be scaled down", same page. */
  maxWidthPx: 400,
} as const;

export const bannerLimits = {
  /** Archived X docs, account/update_profile_banner, 2014. */
  maxBytesExclusive: 5_000_000,
  /** Text of a server answer reported in 2016. */
  minWidthPx: 200,
  minHeightPx: 100,
  maxEdgePx: 8192,
  /** The documented example, 2024; also what X shows. */
  widthPx: 1500,
  heightPx: 500,
} as const;
