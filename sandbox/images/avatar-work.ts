import { avatarLimits, avatarVariantEdgePx, type AvatarVariant } from './facts.ts';
import { encodeAs, open, type DecodedImage } from './decode.ts';
import type { Picture } from '../world-types.ts';

/**
 * What is kept as the original: the very bytes that came in, metadata included, so that a client
 * that sends more than it should is found out. Only a GIF is rewritten, to its first frame.
 */
export async function originalAvatar(image: DecodedImage): Promise<Uint8Array> {
  if (image.mime !== 'image/gif') return image.bytes;
  return encodeAs(open(image.bytes), 'image/gif');
}

/**
 * A sized variant: scaled down to 400 px of width first, as the docs say, then cut to a centred
 * square, then to the variant's edge. Nothing is scaled up: a 100 px picture stays 100 px at
 * `400x400`, so that a too small upload can be seen to be one.
 */
export async function avatarVariant(picture: Picture, variant: AvatarVariant): Promise<Uint8Array> {
  const original = await picture.bytes();
  if (variant === 'original') return original;
  const { width, height } = await open(original).metadata();
  const scale = Math.min(1, avatarLimits.maxWidthPx / width);
  const squarePx = Math.max(1, Math.round(Math.min(width, height) * scale));
  const edgePx = Math.min(avatarVariantEdgePx[variant], squarePx);
  const resized = open(original).resize(edgePx, edgePx, { fit: 'cover', position: 'centre' });
  return encodeAs(resized, picture.mime);
}
