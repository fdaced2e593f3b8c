import type { RasterFormat } from '../../domain/picture.ts';
import { latin1, u16le, u32be, u32le } from './bytes.ts';
import { isFirstFrameCutOff } from './gif-size.ts';
import { endOfImage, findMarker, startOfScan } from './jpeg-markers.ts';

/** Whether no end marker follows the picture data. A thumbnail's own, before it, does not count. */
const isJpegCutOff = (bytes: Uint8Array): boolean => {
  const scan = findMarker(bytes, (marker) => marker === startOfScan);
  if (scan.kind !== 'marker') return scan.kind === 'needsMore';
  // From the back: the end is nearly always the last two bytes.
  for (let at = bytes.lastIndexOf(0xff); at >= scan.at; at = bytes.lastIndexOf(0xff, at - 1)) {
    if (bytes[at + 1] === endOfImage) return false;
  }
  return true;
};

/** Whether the chunks run past the end of the bytes before the last one (IEND) is reached. */
const isPngCutOff = (bytes: Uint8Array): boolean => {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + u32be(bytes, at)) {
    if (latin1(bytes, at + 4, 4) === 'IEND') return false;
  }
  return true;
};

/** Whether rows are missing. Told only for uncompressed pixels, whose length is known. */
const isBmpCutOff = (bytes: Uint8Array): boolean => {
  const isOld = u32le(bytes, 14) === 12;
  const [widthPx, heightPx] = isOld
    ? [u16le(bytes, 18), u16le(bytes, 20)]
    : [u32le(bytes, 18) | 0, Math.abs(u32le(bytes, 22) | 0)];
  const isCompressed = !isOld && ![0, 3].includes(u32le(bytes, 30));
  const rowBytes = Math.ceil((widthPx * u16le(bytes, isOld ? 24 : 28)) / 32) * 4;
  return !isCompressed && u32le(bytes, 10) + rowBytes * heightPx > bytes.length;
};

const checks: Readonly<Partial<Record<RasterFormat, (bytes: Uint8Array) => boolean>>> = {
  jpeg: isJpegCutOff,
  png: isPngCutOff,
  gif: isFirstFrameCutOff,
  bmp: isBmpCutOff,
};

/**
 * Whether a whole file of a format ends too early. Chromium 156 refuses such files itself; Firefox
 * ESR 153 decodes what is there and leaves the rest grey, which nobody wants as a picture (both seen
 * 2026-11-21). WebP and AVIF need no check: both browsers refuse them.
 */
export const isCutOff = (bytes: Uint8Array, format: RasterFormat): boolean =>
  checks[format]?.(bytes) ?? false;
