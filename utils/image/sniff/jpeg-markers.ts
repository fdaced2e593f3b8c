import { u16be } from './bytes.ts';

export const startOfScan = 0xda;
export const endOfImage = 0xd9;

/** Markers without a length: TEM, RST0 to RST7, SOI (ITU T.81, table B.1). */
const standsAlone = (marker: number): boolean =>
  marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Index of the next marker's code byte from `at` on, or the end. Decoders skip stray bytes too. */
const nextMarker = (bytes: Uint8Array, at: number): number => {
  let index = at;
  while (index + 1 < bytes.length) {
    const code = bytes[index + 1];
    if (bytes[index] === 0xff && code !== 0x00 && code !== 0xff) return index + 1;
    index += 1;
  }
  return bytes.length;
};

/**
 * A marker found in a JPEG, and where what it holds (its length first) begins. `needsMore`: the bytes
 * end before one. `broken`: a length that no segment can have.
 */
export type FoundMarker =
  | { readonly kind: 'marker'; readonly marker: number; readonly at: number }
  | { readonly kind: 'needsMore' }
  | { readonly kind: 'broken' };

/** The first marker that is wanted. Looks no further than the first scan or the end of the image. */
export const findMarker = (
  bytes: Uint8Array,
  isWanted: (marker: number) => boolean,
): FoundMarker => {
  let at = 2;
  for (;;) {
    const markerAt = nextMarker(bytes, at);
    const marker = bytes[markerAt];
    if (marker === undefined) return { kind: 'needsMore' };
    at = markerAt + 1;
    if (isWanted(marker)) return { kind: 'marker', marker, at };
    if (standsAlone(marker)) continue;
    if (marker === startOfScan || marker === endOfImage) return { kind: 'broken' };
    if (at + 2 > bytes.length) return { kind: 'needsMore' };
    const length = u16be(bytes, at);
    if (length < 2) return { kind: 'broken' };
    at += length;
  }
};
