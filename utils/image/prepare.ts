import type { ImageError } from '../domain/image-errors.ts';
import { avatarLimits, bannerLimits } from '../domain/limits.ts';
import type { PictureKind, PreparedFacts, SourceRect } from '../domain/picture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Decoded } from './decode.ts';
import { clampRect } from './crop-rect.ts';
import { encodePicture } from './encode/encode-picture.ts';
import { readStrips } from './read/read-strips.ts';
import { pixelsOfAlpha, pixelsOfOpaque } from './resample/pixels-of-light.ts';
import { planResample } from './resample/plan.ts';
import { createResampler } from './resample/resampler.ts';
import { verifyFile } from './verify/verify-file.ts';

/** A file ready to send, with what was measured on its bytes. */
export interface Prepared {
  readonly blob: Blob;
  readonly facts: PreparedFacts;
}

/** Exact result sizes and byte limits; sources stand with the limits. */
export const targets = {
  avatar: {
    widthPx: avatarLimits.edgePx,
    heightPx: avatarLimits.edgePx,
    maxBytes: avatarLimits.maxUploadBytes,
  },
  banner: {
    widthPx: bannerLimits.widthPx,
    heightPx: bannerLimits.heightPx,
    maxBytes: bannerLimits.maxUploadBytes,
  },
} as const satisfies Record<PictureKind, object>;

type Pixels = Pick<Decoded, 'bitmap' | 'format' | 'isStoredUpright'>;

/**
 * Renders the framed part of a picture at exact size, as 8-bit sRGB RGBA. `rect` must lie within the
 * picture. Null when `isStale` turned true on the way.
 */
export const renderFrame = async (
  picture: Pixels,
  rect: SourceRect,
  size: { readonly widthPx: number; readonly heightPx: number },
  isStale: () => boolean,
): Promise<Uint8ClampedArray<ArrayBuffer> | null> => {
  const { bitmap, format, isStoredUpright } = picture;
  const plan = planResample(rect, { widthPx: bitmap.width, heightPx: bitmap.height }, size);
  const hasAlpha = format !== 'jpeg';
  const resampler = createResampler(plan, hasAlpha);
  const read = await readStrips({ bitmap, hasAlpha, isStoredUpright }, plan, resampler, isStale);
  if (read === null) return null;
  const { light } = resampler;
  return hasAlpha ? pixelsOfAlpha(light) : pixelsOfOpaque(light, read.isBlueFirst);
};

/**
 * Makes the file to send from the framed part of an open picture: exact size, right format, proved
 * on its bytes. Errors: `cancelled` (stale), `encodeFailed`, `overByteLimit`.
 */
export const preparePicture = async (
  picture: Pixels,
  request: { readonly kind: PictureKind; readonly rect: SourceRect },
  isStale: () => boolean,
): Promise<Result<Prepared, ImageError>> => {
  const target = targets[request.kind];
  const { bitmap } = picture;
  const rect = clampRect(request.rect, { widthPx: bitmap.width, heightPx: bitmap.height });
  const pixels = await renderFrame(picture, rect, target, isStale);
  if (pixels === null) return err({ kind: 'cancelled' });
  const { widthPx, heightPx, maxBytes } = target;
  const encoded = await encodePicture(pixels, widthPx, heightPx, maxBytes).catch(() => null);
  if (encoded === null) return err({ kind: 'encodeFailed' });
  const { mime, because } = encoded;
  const verified = verifyFile(encoded.bytes, { mime, widthPx, heightPx, maxBytes });
  if (!verified.ok) return verified;
  const { bytes, quality } = verified.value;
  const upscaled = Math.round(rect.width) < widthPx || Math.round(rect.height) < heightPx;
  return ok({
    blob: new Blob([bytes], { type: mime }),
    facts: { mime, bytes: bytes.length, widthPx, heightPx, quality, because, upscaled },
  });
};
