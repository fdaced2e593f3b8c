import { avatarLimits, bannerLimits } from './limits.ts';
import type { PictureKind } from './picture.ts';

/** Sides of a finished picture, in whole pixels. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The exact sizes X shows; sources stand with the limits. */
export const exactSizes: Readonly<Record<PictureKind, PictureSize>> = {
  avatar: { widthPx: avatarLimits.edgePx, heightPx: avatarLimits.edgePx },
  banner: { widthPx: bannerLimits.widthPx, heightPx: bannerLimits.heightPx },
};

/**
 * Widths of pictures larger than X shows, largest first. X keeps an avatar's file as `original`, "may
 * be large" (X docs, User profile images and banners, 2024), and names no most pixels, only 700 kB: at
 * quality 0.9, three photos of 12 to 48 megapixels fill that at 1350 to 1560 px and take 1.06 to 1.27 MB
 * at 2048 px (measured 2026-11-21), so only drawn art gets to the top here. A banner at twice the
 * largest size X lists, 1500x500 (GET users/profile_banner, 2024), is as much as any screen shows, and
 * well inside the 8192 px a server message named in 2016.
 */
const steps: Readonly<Record<PictureKind, readonly number[]>> = {
  avatar: [2048, 1800, 1600, 1400, 1200, 1000, 800, 600],
  banner: [3000, 2700, 2400, 2100, 1800],
};

/** A frame's sides carry rounding dust, which must not cost a whole pixel. */
const dustPx = 0.01;
/** A step this near below the frame's own size is not worth another try. */
const leastStep = 0.95;

/**
 * The sizes larger than X shows that a frame can fill without being enlarged, largest first: the frame's
 * own pixels where they stay below the ceiling, then round steps. Sides in source pixels, fractions
 * allowed. None where the frame holds no more than X shows.
 */
export const largerSizes = (
  kind: PictureKind,
  frame: { readonly width: number; readonly height: number },
): readonly PictureSize[] => {
  const exact = exactSizes[kind];
  const aspect = exact.widthPx / exact.heightPx;
  const rows = Math.floor(Math.min(frame.width / aspect, frame.height) + dustPx);
  const topPx = Math.min(rows * aspect, steps[kind][0] ?? 0);
  if (topPx <= exact.widthPx) return [];
  return [topPx, ...steps[kind].filter((widthPx) => widthPx < topPx * leastStep)].map(
    (widthPx) => ({ widthPx, heightPx: widthPx / aspect }),
  );
};

/** A size that was tried, and the bytes its lightest acceptable file took. */
export interface TriedSize {
  readonly size: PictureSize;
  readonly bytes: number;
}

/** Where trying begins with avatars and banners: what most photos come near to. */
const usualTryPx = 1400;
/** Bytes grow by this power of the width: 1.55 to 1.89 for photos (measured 2026-11-21). */
const growth = 1.8;

const expectedBytes = ({ size, bytes }: TriedSize, widthPx: number): number =>
  bytes * (widthPx / size.widthPx) ** growth;

/**
 * The size to try next on the way to the largest one whose file stays within `maxBytes`; null once
 * that is known, or that none does. `sizes` come largest first; the first try is the largest of at most
 * `firstTryPx` width. Each try says how the others will turn
 * out, so that two or three are enough.
 */
export const nextSize = (
  sizes: readonly PictureSize[],
  tries: readonly TriedSize[],
  maxBytes: number,
  firstTryPx: number = usualTryPx,
): PictureSize | null => {
  const last = tries.at(-1);
  if (last === undefined) {
    return sizes.find(({ widthPx }) => widthPx <= firstTryPx) ?? sizes.at(-1) ?? null;
  }
  const fitting = tries.filter(({ bytes }) => bytes <= maxBytes);
  const least = Math.max(0, ...fitting.map(({ size }) => size.widthPx));
  const over = tries.filter(({ bytes }) => bytes > maxBytes).map(({ size }) => size.widthPx);
  const open = sizes.filter(({ widthPx }) => widthPx > least && widthPx < Math.min(...over));
  const likely = open.find(({ widthPx }) => expectedBytes(last, widthPx) <= maxBytes);
  // Where nothing fits yet, even the smallest deserves its try.
  return likely ?? (least === 0 ? open.at(-1) : null) ?? null;
};
