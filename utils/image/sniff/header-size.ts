/**
 * What a file's header says about its size. `needsMore`: the bytes end before the answer.
 * `broken`: no decoder could read on from here.
 */
export type HeaderSize =
  | { readonly kind: 'size'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'needsMore' }
  | { readonly kind: 'broken' };

export const needsMore: HeaderSize = { kind: 'needsMore' };
export const broken: HeaderSize = { kind: 'broken' };

/** A size in pixels; `broken` unless both sides are at least 1. */
export const headerSize = (widthPx: number, heightPx: number): HeaderSize =>
  widthPx >= 1 && heightPx >= 1 ? { kind: 'size', widthPx, heightPx } : broken;
