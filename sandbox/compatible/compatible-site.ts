import { serveDefaultAvatar, serveFile } from '../images/serve.ts';
import type { PageResponse } from '../page-types.ts';
import type { AvatarVariant, World } from '../world.ts';
import { compatibleSizes } from './compatible-addresses.ts';

const variantOf = (size: string | undefined): AvatarVariant | undefined =>
  (Object.keys(compatibleSizes) as AvatarVariant[]).find((one) => compatibleSizes[one] === size);

/** The server's own pictures; undefined for any other path. */
export async function compatiblePicture(
  path: string,
  world: World,
): Promise<PageResponse | undefined> {
  const standard = /^\/theme\/default-avatar-(\d+)\.png$/.exec(path);
  if (standard) {
    const file = standard[1] === '48' ? 'default_profile_normal' : 'default_profile_x96';
    return serveDefaultAvatar(`/sticky/default_profile_images/${file}.png`);
  }
  const named = /^\/avatar\/\d+-(48|96|original)-(\d+)-([\w-]{8})\.(?:jpg|png|gif)$/.exec(path);
  const variant = variantOf(named?.[1]);
  if (!named || !variant) return undefined;
  const picture = world.pictures.find('avatar', `${named[2]}/${named[3]}`);
  return picture && serveFile(picture, variant, world);
}
