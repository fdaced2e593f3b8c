import {
  bannerLimits,
  bannerVariantSizesPx,
  unlistedBannerVariantSizesPx,
  type BannerVariant,
  type SizePx,
} from './facts.ts';
import { encodeAs, open, type DecodedImage } from './decode.ts';
import type { Picture } from '../world-types.ts';

/** The preferred part of an uploaded banner: all four numbers or none. */
export interface BannerRegion {
  widthPx: number;
  heightPx: number;
  leftPx: number;
  topPx: number;
}

export function regionFits(region: BannerRegion, image: SizePx): boolean {
  return (
    region.widthPx > 0 &&
    region.heightPx > 0 &&
    region.leftPx + region.widthPx <= image.widthPx &&
    region.topPx + region.heightPx <= image.heightPx
  );
}

/** Cut to the region, then to a centred 3:1 of at most 1500x500; smaller ones stay small. */
export async function keptBanner(
  image: DecodedImage,
  region: BannerRegion | undefined,
): Promise<Uint8Array> {
  const part = region
    ? open(image.bytes).extract({
        left: region.leftPx,
        top: region.topPx,
        width: region.widthPx,
        height: region.heightPx,
      })
    : open(image.bytes);
  const { widthPx, heightPx } = region ?? image;
  return encodeAs(cover(part, { widthPx, heightPx }, bannerLimits), image.mime);
}

export async function bannerVariant(picture: Picture, variant: BannerVariant): Promise<Uint8Array> {
  const kept = await picture.bytes();
  if (variant === 'base') return kept;
  const wanted: SizePx = { ...bannerVariantSizesPx, ...unlistedBannerVariantSizesPx }[variant];
  return encodeAs(
    open(kept).resize(wanted.widthPx, wanted.heightPx, { fit: 'cover' }),
    picture.mime,
  );
}

function cover(image: ReturnType<typeof open>, from: SizePx, to: SizePx) {
  const scale = Math.max(1, to.widthPx / from.widthPx, to.heightPx / from.heightPx);
  const widthPx = Math.max(1, Math.round(to.widthPx / scale));
  const heightPx = Math.max(1, Math.round(to.heightPx / scale));
  return image.resize(widthPx, heightPx, { fit: 'cover', position: 'centre' });
}
