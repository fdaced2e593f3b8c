import type { PictureSize } from './larger-sizes.ts';
import { bannerLimits } from './limits.ts';
import type { SourceFrame } from './picture.ts';

/**
 * The part of a banner that X is asked to cut out, in whole pixels of the file that is sent. X takes all
 * four numbers or none (archived X docs, POST account/update_profile_banner, 2012 to 2016).
 */
export interface BannerRegion {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly leftPx: number;
  readonly topPx: number;
}

/** A frame over the picture that is sent: any unit, as long as it is the same for both. */
interface FramedPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const within = (low: number, value: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

/**
 * The size at which a whole picture is sent for X to crop: its own, unless it is more than X takes on a
 * side. Null where no such size has the least sides X takes, or the picture is too narrow for them.
 */
export const wholeSize = ({ widthPx, heightPx }: PictureSize): PictureSize | null => {
  const { minWidthPx, minHeightPx, maxEdgePx } = bannerLimits;
  const scale = Math.min(1, maxEdgePx / Math.max(widthPx, heightPx));
  const size = {
    widthPx: Math.round(widthPx * scale),
    heightPx: Math.round(heightPx * scale),
  };
  return size.widthPx < minWidthPx || size.heightPx < minHeightPx ? null : size;
};

/** Sizes to send a whole picture at, largest first: each a tenth below the last, until X's own width. */
export const wholeSizes = (picture: PictureSize, part: FramedPart): readonly PictureSize[] => {
  const largest = wholeSize(picture);
  if (!largest) return [];
  const sizes: PictureSize[] = [];
  for (let share = 1; ; share *= 0.9) {
    const size = wholeSize({
      widthPx: Math.round(largest.widthPx * share),
      heightPx: Math.round(largest.heightPx * share),
    });
    // Below what X shows the frame would have to be enlarged again.
    const frameWidthPx = (part.width / picture.widthPx) * (size?.widthPx ?? 0);
    if (!size || (sizes.length > 0 && frameWidthPx < bannerLimits.widthPx)) return sizes;
    sizes.push(size);
  }
};

/**
 * The frame in whole pixels of a picture that is sent at `sent`, as near to 3:1 as whole pixels allow:
 * the height decides, since it is the coarser of the two. `part` is the frame over the upright picture
 * of `picture` pixels, fractions allowed; it must lie inside. The result lies inside `sent`.
 */
export const bannerRegionOf = (
  part: FramedPart,
  picture: PictureSize,
  sent: PictureSize,
): BannerRegion => {
  const [byX, byY] = [sent.widthPx / picture.widthPx, sent.heightPx / picture.heightPx];
  const aspect = bannerLimits.widthPx / bannerLimits.heightPx;
  const rows = Math.min(sent.heightPx, Math.floor(sent.widthPx / aspect));
  const heightPx = within(1, Math.round(part.height * byY), Math.max(1, rows));
  const widthPx = within(1, heightPx * aspect, sent.widthPx);
  // Around the frame's own middle: what rounding takes or gives is shared by both sides.
  const leftPx = within(
    0,
    Math.round((part.x + part.width / 2) * byX - widthPx / 2),
    sent.widthPx - widthPx,
  );
  const topPx = within(
    0,
    Math.round((part.y + part.height / 2) * byY - heightPx / 2),
    sent.heightPx - heightPx,
  );
  return { widthPx, heightPx, leftPx, topPx };
};

/** A frame as part of the picture turned upright for it, and the size of that picture. */
export interface PartOfWhole {
  readonly part: FramedPart;
  readonly picture: PictureSize;
  /** The whole picture, flipped and turned as the frame is. */
  readonly whole: SourceFrame;
}

/** How near to a whole quarter, in degrees, counts as one. */
const quarterWithinDeg = 0.001;

/**
 * The whole picture as it lies under a frame, and where the frame is on it. Null for a frame that is not
 * turned by whole quarters: X cuts out upright boxes only. `source` is the upright picture's size.
 */
export const partOfWhole = (frame: SourceFrame, source: PictureSize): PartOfWhole | null => {
  const quarters = Math.round(frame.angleDeg / 90);
  if (Math.abs(frame.angleDeg - quarters * 90) > quarterWithinDeg) return null;
  const isSideways = quarters % 2 !== 0;
  const { widthPx, heightPx } = source;
  const picture = isSideways ? { widthPx: heightPx, heightPx: widthPx } : source;
  // From the picture's middle, flipped first and then turned clockwise, as rendering does it.
  const x = (frame.centerX - widthPx / 2) * (frame.flipX ? -1 : 1);
  const y = (frame.centerY - heightPx / 2) * (frame.flipY ? -1 : 1);
  const turned = [
    [x, y],
    [-y, x],
    [-x, -y],
    [y, -x],
  ][((quarters % 4) + 4) % 4] ?? [x, y];
  const [byX = 0, byY = 0] = turned;
  return {
    picture,
    part: {
      x: picture.widthPx / 2 + byX - frame.width / 2,
      y: picture.heightPx / 2 + byY - frame.height / 2,
      width: frame.width,
      height: frame.height,
    },
    whole: {
      ...frame,
      centerX: widthPx / 2,
      centerY: heightPx / 2,
      width: picture.widthPx,
      height: picture.heightPx,
    },
  };
};
