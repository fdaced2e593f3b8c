import {
  type BannerRegion,
  bannerRegionOf,
  partOfWhole,
  wholeSizes,
} from '../domain/banner-region.ts';
import type { ImageError } from '../domain/image-errors.ts';
import { exactSizes, largerSizes, type PictureSize } from '../domain/larger-sizes.ts';
import { avatarLimits, bannerLimits } from '../domain/limits.ts';
import type { PictureKind, PreparedFacts, PrepareRequest, SourceFrame } from '../domain/picture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { breathe } from './breathe.ts';
import type { Decoded } from './decode.ts';
import { clampRect } from './crop-rect.ts';
import { encodePicture } from './encode/encode-picture.ts';
import { colourOf, flatten } from './encode/flatten.ts';
import { shownFile } from './encode/shown-file.ts';
import { renderLargest, type SizedPixels } from './fit-size.ts';
import { frameOfRect } from './frame-plan.ts';
import { renderFrame } from './render-frame.ts';
import { verifyFile } from './verify/verify-file.ts';

/** A file ready to send, with what was measured on its bytes. */
export interface Prepared {
  readonly blob: Blob;
  /** The part of it that X is to cut out; left out where it is sent as it is to be shown. */
  readonly region?: BannerRegion;
  readonly facts: PreparedFacts;
}

/** Exact result sizes and byte limits; sources stand with the limits. */
export const targets = {
  avatar: { ...exactSizes.avatar, maxBytes: avatarLimits.maxUploadBytes },
  banner: { ...exactSizes.banner, maxBytes: bannerLimits.maxUploadBytes },
} as const satisfies Record<PictureKind, object>;

const white = [255, 255, 255] as const;

/** The pixels as the file will hold them: JPEG knows nothing see-through. */
const asWritten = (
  pixels: Uint8ClampedArray<ArrayBuffer>,
  { format, background }: PrepareRequest,
): Uint8ClampedArray<ArrayBuffer> =>
  format === 'jpeg' || format === 'small'
    ? flatten(pixels, colourOf(background ?? '') ?? white)
    : pixels;

type Picture = Pick<Decoded, 'bitmap' | 'format'>;

const isUpscaled = (
  { width, height, angleDeg }: SourceFrame,
  { widthPx, heightPx }: PictureSize,
): boolean => {
  // A frame that lies straight is read in whole pixels; a hair less than the target is no loss.
  const round = angleDeg % 90 === 0 ? Math.round : (side: number): number => side;
  return round(width) < widthPx || round(height) < heightPx;
};

/** The frame's pixels at the size asked for; null when `isStale` turned true on the way. */
const renderAtSize = async (
  picture: Picture,
  frame: SourceFrame,
  request: PrepareRequest,
  isStale: () => boolean,
): Promise<SizedPixels | null> => {
  const { kind, format } = request;
  const target = targets[kind];
  const render = async (size: PictureSize) => {
    const pixels = await renderFrame(picture, frame, size, isStale);
    return pixels && asWritten(pixels, request);
  };
  if (request.size === 'larger') {
    const sizes = largerSizes(kind, frame);
    const wanted = { sizes, format, maxBytes: target.maxBytes };
    const largest = await renderLargest(wanted, render, isStale);
    if (largest !== null || isStale()) return largest;
  }
  const pixels = await render(target);
  return pixels && { ...exactSizes[kind], pixels, encoded: null };
};

/**
 * The whole picture at the largest size that a banner's file can hold, with the frame on it; null where
 * that was not asked for, or X could not cut the frame out of it.
 */
const renderWhole = async (
  picture: Picture,
  frame: SourceFrame,
  request: PrepareRequest,
  isStale: () => boolean,
): Promise<(SizedPixels & { readonly region: BannerRegion }) | null> => {
  const source = { widthPx: picture.bitmap.width, heightPx: picture.bitmap.height };
  const found = request.size === 'whole' ? partOfWhole(frame, source) : null;
  if (!found || request.kind !== 'banner') return null;
  const sizes = wholeSizes(found.picture, found.part);
  // Most whole pictures fit as they are, at 5 MB.
  const about = { sizes, firstTryPx: Infinity, format: request.format };
  const wanted = { ...about, maxBytes: targets.banner.maxBytes };
  const render = async (size: PictureSize) => {
    const pixels = await renderFrame(picture, found.whole, size, isStale);
    return pixels && asWritten(pixels, request);
  };
  const rendered = await renderLargest(wanted, render, isStale);
  return rendered && { ...rendered, region: bannerRegionOf(found.part, found.picture, rendered) };
};

/**
 * Makes the file to send from the framed part of an open picture: right size and format, proved on its
 * bytes. `onRendered` gets its very pixels before they are encoded, as a file for the screen.
 * Errors: `cancelled` (stale), `encodeFailed`, `overByteLimit`.
 */
export const preparePicture = async (
  picture: Picture,
  request: PrepareRequest,
  isStale: () => boolean,
  onRendered?: (picture: Blob) => void,
): Promise<Result<Prepared, ImageError>> => {
  const { maxBytes } = targets[request.kind];
  const source = { widthPx: picture.bitmap.width, heightPx: picture.bitmap.height };
  const frame = request.frame ?? frameOfRect(clampRect(request.rect, source));
  const exact = await renderAtSize(picture, frame, request, isStale);
  if (exact === null) return err({ kind: 'cancelled' });
  onRendered?.(shownFile(exact.pixels, exact.widthPx, exact.heightPx));
  // Writing a file that has been overtaken would hold up what overtook it.
  await breathe();
  if (isStale()) return err({ kind: 'cancelled' });
  const whole = await renderWhole(picture, frame, request, isStale);
  if (isStale()) return err({ kind: 'cancelled' });
  const rendered = whole ?? exact;
  const { widthPx, heightPx } = rendered;
  const encoded =
    rendered.encoded ??
    (await encodePicture({ ...rendered, maxBytes }, request.format).catch(() => null));
  if (isStale()) return err({ kind: 'cancelled' });
  if (encoded === null) return err({ kind: 'encodeFailed' });
  const { mime, because } = encoded;
  const verified = verifyFile(encoded.bytes, { mime, widthPx, heightPx, maxBytes });
  if (!verified.ok) return verified;
  const { bytes, quality } = verified.value;
  const upscaled = isUpscaled(frame, exact);
  return ok({
    blob: new Blob([bytes], { type: mime }),
    ...(whole && { region: whole.region }),
    facts: { mime, bytes: bytes.length, widthPx, heightPx, quality, because, upscaled },
  });
};
