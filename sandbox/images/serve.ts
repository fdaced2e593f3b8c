import { defaultPerson } from '../art/default-person.ts';
import type { PageResponse } from '../page-types.ts';
import type { Picture } from '../world-types.ts';
import type { World } from '../world.ts';
import { avatarUrl, defaultAvatarUrl } from './addresses.ts';
import { avatarVariant } from './avatar-work.ts';
import { bannerVariant } from './banner-work.ts';
import {
  avatarVariantEdgePx,
  bannerVariantSizesPx,
  unlistedBannerVariantSizesPx,
  type AvatarVariant,
  type BannerVariant,
} from './facts.ts';

/** Seen on pbs.twimg.com in 2019 and 2020 recordings. */
const imageHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Content-Length',
  'cache-control': 'max-age=604800, must-revalidate',
  'x-content-type-options': 'nosniff',
};

const avatarVariants = [...Object.keys(avatarVariantEdgePx), 'original'] as AvatarVariant[];
const bannerVariants = [
  ...Object.keys(bannerVariantSizesPx),
  ...Object.keys(unlistedBannerVariantSizesPx),
  'base',
] as BannerVariant[];

/** Sized copies are made once per picture. Weak, so that a reset lets go of them. */
const made = new WeakMap<Picture, Map<string, Promise<Uint8Array>>>();

/** pbs.twimg.com */
export async function servePicture(path: string, world: World): Promise<PageResponse> {
  const [, folder, first, second, variant, more] = path.split('/');
  if (folder === 'profile_images' && variant === undefined && first && second) {
    return serveAvatar(`https://pbs.twimg.com${path}`, `${first}/${second}`, world);
  }
  if (folder === 'profile_banners' && first && second && more === undefined) {
    const picture = world.pictures.find('banner', `${first}/${second}`);
    const name = bannerVariants.find((known) => known === (variant || 'base'));
    if (!picture || !name) return empty(404);
    return answer(picture, name, () => bannerVariant(picture, name), world);
  }
  return empty(404);
}

/** abs.twimg.com: the default picture at every size. */
export async function serveDefaultAvatar(path: string): Promise<PageResponse> {
  const address = `https://abs.twimg.com${path}`;
  const variant = avatarVariants.find((known) => defaultAvatarUrl(known) === address);
  if (!variant) return empty(404);
  const body = await defaultPerson(variant === 'original' ? 400 : avatarVariantEdgePx[variant]);
  return { status: 200, headers: { ...imageHeaders, 'content-type': 'image/png' }, body };
}

async function serveAvatar(address: string, tail: string, world: World): Promise<PageResponse> {
  const bare = tail.replace(/\.[^./]*$/, '');
  for (const variant of avatarVariants) {
    const key = variant === 'original' ? bare : bare.replace(new RegExp(`_${variant}$`), '');
    const picture = world.pictures.find('avatar', key);
    // The whole address must be right, extension and all: X does not guess either.
    if (!picture || avatarUrl(picture, variant) !== address) continue;
    return serveFile(picture, variant, world);
  }
  return empty(404);
}

/** An avatar in one of its sizes, wherever its address was. */
export function serveFile(
  picture: Picture,
  variant: AvatarVariant,
  world: World,
): Promise<PageResponse> {
  return answer(picture, variant, () => avatarVariant(picture, variant), world);
}

async function answer(
  picture: Picture,
  variant: string,
  make: () => Promise<Uint8Array>,
  world: World,
): Promise<PageResponse> {
  if (picture.state === 'gone') return empty(world.goneStatus);
  if (picture.state === 'pending') return empty(404);
  const copies = made.get(picture) ?? new Map<string, Promise<Uint8Array>>();
  made.set(picture, copies);
  const body = copies.get(variant) ?? make();
  copies.set(variant, body);
  return {
    status: 200,
    headers: { ...imageHeaders, 'content-type': picture.mime },
    body: await body,
  };
}

/** Missing pictures answer without a body, and are not to be cached. */
function empty(status: number): PageResponse {
  return {
    status,
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-store' },
    body: '',
  };
}
