import type { PrepareRequest } from '../domain/picture.ts';
import { nextSize, type PictureSize, type TriedSize } from '../domain/larger-sizes.ts';
import { type Encoded, encodeLightest } from './encode/encode-picture.ts';

/** Pixels as a file will hold them, and the file where trying the size has already made it. */
export interface SizedPixels extends PictureSize {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly encoded: Encoded | null;
}

interface Wanted {
  /** Sizes to choose among, largest first. */
  readonly sizes: readonly PictureSize[];
  /** The width at which to begin, in pixels; left out: where avatars and banners usually end. */
  readonly firstTryPx?: number;
  readonly format: PrepareRequest['format'];
  readonly maxBytes: number;
}

/**
 * Renders a frame at the largest of `sizes` that a file within `maxBytes` can hold at good quality. Null
 * where none fits, and when `isStale` turned true on the way. `render` gives the frame's pixels at a size,
 * or null when stale.
 */
export const renderLargest = async (
  { sizes, format, maxBytes, firstTryPx }: Wanted,
  render: (size: PictureSize) => Promise<Uint8ClampedArray<ArrayBuffer> | null>,
  isStale: () => boolean,
): Promise<SizedPixels | null> => {
  const tries: TriedSize[] = [];
  let best: SizedPixels | null = null;
  for (;;) {
    const size = nextSize(sizes, tries, maxBytes, firstTryPx);
    if (size === null) return best;
    const pixels = await render(size);
    if (pixels === null) return null;
    // What the browser cannot encode is too large for it.
    const lightest = await encodeLightest({ pixels, ...size, maxBytes }, format).catch(() => null);
    if (isStale()) return null;
    const bytes = lightest?.bytes.length ?? Infinity;
    tries.push({ size, bytes });
    if (bytes > maxBytes) continue;
    // A PNG has no better quality to look for.
    best = { ...size, pixels, encoded: lightest?.mime === 'image/png' ? lightest : null };
  }
};
