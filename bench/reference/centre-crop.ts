import type { Rect } from './lanczos.ts';

/** What a picture is made into. */
export type Kind = 'avatar' | 'banner';

/** X's own sizes; stated here again because the measure must not bend with what it measures. */
export const sizes = {
  avatar: { widthPx: 400, heightPx: 400 },
  banner: { widthPx: 1500, heightPx: 500 },
} as const;

/**
 * The largest middle part of a picture with the right shape, in whole pixels, so that every candidate
 * is asked for exactly the same.
 */
export const centreCrop = (
  source: { readonly widthPx: number; readonly heightPx: number },
  kind: Kind,
): Rect => {
  const shape = sizes[kind].widthPx / sizes[kind].heightPx;
  const width = Math.max(1, Math.round(Math.min(source.widthPx, source.heightPx * shape)));
  const height = Math.max(1, Math.round(Math.min(source.heightPx, width / shape)));
  return {
    x: Math.floor((source.widthPx - width) / 2),
    y: Math.floor((source.heightPx - height) / 2),
    width,
    height,
  };
};
