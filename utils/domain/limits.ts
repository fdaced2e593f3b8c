/**
 * X's limits for pictures, each with where it was read. Sizes are pixels (`Px`) or bytes (`Bytes`).
 *
 * Sources: [avatar] X docs, POST account/update_profile_image (2012-09-10 and 2018 texts): GIF, JPG or
 * PNG of less than 700 kilobytes, wider than 400 px is scaled down. [banner] X docs, POST
 * account/update_profile_banner (2014 text: under 5 MB; 2018 text: 1500x500 as the example);
 * 200x100 to 8192x8192 is a server message recorded in 2016.
 */
export const avatarLimits = {
  edgePx: 400,
  /** 700 kB read the strict way: thousands, and of the raw file. Every looser reading is met too. */
  maxUploadBytes: 700_000 - 1,
  mimes: ['image/jpeg', 'image/png', 'image/gif'],
} as const;

export const bannerLimits = {
  widthPx: 1500,
  heightPx: 500,
  minWidthPx: 200,
  minHeightPx: 100,
  maxEdgePx: 8192,
  maxUploadBytes: 5_000_000 - 1,
  mimes: ['image/jpeg', 'image/png'],
} as const;

/** What this program will open. Larger pictures are refused by their header, before any decoding. */
export const sourceLimits = {
  maxPixels: 100_000_000,
  maxEdgePx: 16_384,
  maxFileBytes: 200_000_000,
} as const;

/**
 * The round sizes in which X draws an avatar (X docs, profile images, for 24, 48 and 73; about 128 on a
 * profile and 400 when opened are the web client's own, seen in use in 2026).
 */
export const avatarPreviewPx = [24, 48, 73, 128, 400] as const;

/** X asks for at least this pause between an upload and the first look (X docs, update_profile_image). */
export const firstLookAfterMs = 5_000;

/** An upload is given up after this long. No connection that carries one lives longer. */
export const longestUploadMs = 120_000;
