/**
 * The sizes X keeps of a picture. Sources: [doc] X docs, User profile images and banners, 2024; [seen] asked
 * for by X's own pages or by other clients, in no document (2014 to 2026).
 */

/** One size by the name it has in addresses. `widthPx` is null where it is whatever was uploaded. */
export interface PictureSize<Name extends string> {
  readonly name: Name;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly isDocumented: boolean;
}

const square = <Name extends string>(
  name: Name,
  edgePx: number | null,
  source: 'doc' | 'seen',
): PictureSize<Name> => ({
  name,
  widthPx: edgePx,
  heightPx: edgePx,
  isDocumented: source === 'doc',
});

const wide = <Name extends string>(
  name: Name,
  widthPx: number,
  heightPx: number,
  source: 'doc' | 'seen',
): PictureSize<Name> => ({ name, widthPx, heightPx, isDocumented: source === 'doc' });

/** Sizes of avatars and of the default picture, the largest first. */
export const avatarSizes = [
  square('original', null, 'doc'),
  square('400x400', 400, 'seen'),
  square('200x200', 200, 'seen'),
  square('reasonably_small', 128, 'seen'),
  square('x96', 96, 'seen'),
  square('bigger', 73, 'doc'),
  square('normal', 48, 'doc'),
  square('mini', 24, 'doc'),
] as const;

/** Sizes of banners: those of 3:1, then those of 2:1, each the largest first. */
export const bannerSizes = [
  wide('1500x500', 1500, 500, 'doc'),
  wide('1080x360', 1080, 360, 'seen'),
  wide('600x200', 600, 200, 'doc'),
  wide('300x100', 300, 100, 'doc'),
  wide('ipad_retina', 1252, 626, 'doc'),
  wide('web_retina', 1040, 520, 'doc'),
  wide('mobile_retina', 640, 320, 'doc'),
  wide('ipad', 626, 313, 'doc'),
  wide('web', 520, 260, 'doc'),
  wide('mobile', 320, 160, 'doc'),
] as const;

/** `original` has no word in an address. */
export type AvatarVariant = (typeof avatarSizes)[number]['name'];

/** `base` has no word in an address: it is what the user object names. */
export type BannerVariant = (typeof bannerSizes)[number]['name'] | 'base';

/** The sizes of an avatar that have a word in its address. */
export const avatarWords: readonly AvatarVariant[] = avatarSizes
  .map(({ name }) => name)
  .filter((name) => name !== 'original');
