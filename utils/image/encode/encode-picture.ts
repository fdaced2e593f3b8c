import type { PreparedFacts, WantedFormat } from '../../domain/picture.ts';
import { type Content, describeContent } from './content.ts';
import { encodeJpeg } from './jpeg.ts';
import { encodePng } from './png-file.ts';

/** A finished picture's bytes and why they have this format. */
export interface Encoded {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: PreparedFacts['mime'];
  readonly because: PreparedFacts['because'];
}

/**
 * Drawn art repeats its colours; a photo's noise does not. Few colours alone prove nothing: every
 * grey photo has at most 256. Measured on results 2026-11: photos repeat 0.01 to 0.3 of their pixels,
 * logos and charts 0.6 to 1.
 */
const flatRepeatedShare = 0.5;
const fewColours = 4096;
const fewColoursRepeatedShare = 0.25;

/** Whether the pixels are drawn art (logos, text, screenshots), which JPEG would smear. */
export const isFlat = ({ repeatedShare, distinctColours }: Content): boolean =>
  repeatedShare >= (distinctColours <= fewColours ? fewColoursRepeatedShare : flatRepeatedShare);

/** The estimate knows no repeats longer than a pixel, so a real PNG can come out this much smaller. */
const pngMayWinBelow = 1.2;

/** Quality of the lighter JPEG: 70 kB instead of 255 for an avatar, at 34 dB (measured 2026-11). */
const smallQuality = 0.92;

/**
 * Least quality a JPEG may have to be as large as it can: the second step of the encoder's own search,
 * which goes down by a twentieth at a time, so that the search ends here at the latest.
 */
const leastQuality = 0.95 ** 2;

interface Picture {
  readonly pixels: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly maxBytes: number;
}

const pngOf = async (
  { pixels, widthPx, heightPx }: Picture,
  hasAlpha: boolean,
  because: Encoded['because'],
): Promise<Encoded> => {
  const bytes = await encodePng(pixels, widthPx, heightPx, hasAlpha);
  return { bytes, mime: 'image/png', because };
};

const jpegOf = async (
  { pixels, widthPx, heightPx, maxBytes }: Picture,
  quality: number,
  because: Encoded['because'],
): Promise<Encoded> => {
  const bytes = await encodeJpeg(pixels, widthPx, heightPx, { maxBytes, quality });
  return { bytes, mime: 'image/jpeg', because };
};

/** PNG for see-through pictures and flat art, else JPEG, or PNG again where that is no larger. */
const byContent = async (picture: Picture, content: Content): Promise<Encoded> => {
  if (content.hasAlpha) return pngOf(picture, true, 'alpha');
  if (isFlat(content)) return pngOf(picture, false, 'flat');
  const jpeg = await jpegOf(picture, 1, 'photo');
  if (content.pngBytesEstimate >= jpeg.bytes.length * pngMayWinBelow) return jpeg;
  const png = await pngOf(picture, false, 'pngNotLarger');
  return png.bytes.length <= jpeg.bytes.length ? png : jpeg;
};

/**
 * Encodes RGBA pixels by what they show, or as asked: opaque ones where that is a JPEG. Rejects where
 * the browser cannot encode. Limits are for the caller to check.
 */
export const encodePicture = async (
  picture: Picture,
  format: WantedFormat = 'auto',
): Promise<Encoded> => {
  if (format === 'small') return jpegOf(picture, smallQuality, 'chosen');
  if (format === 'jpeg') return jpegOf(picture, 1, 'chosen');
  const content = describeContent(picture.pixels, picture.widthPx);
  if (format === 'png') return pngOf(picture, content.hasAlpha, 'chosen');
  return byContent(picture, content);
};

/**
 * Encodes RGBA pixels as the lightest file that `encodePicture` would make of them under any limit it
 * should keep: tells whether a size fits at all. Limits play no part. Rejects as `encodePicture` does.
 */
export const encodeLightest = async (
  picture: Picture,
  format: WantedFormat = 'auto',
): Promise<Encoded> => {
  const unlimited = { ...picture, maxBytes: Number.MAX_SAFE_INTEGER };
  if (format === 'small') return jpegOf(unlimited, smallQuality, 'chosen');
  if (format === 'jpeg') return jpegOf(unlimited, leastQuality, 'chosen');
  const content = describeContent(picture.pixels, picture.widthPx);
  if (format === 'png') return pngOf(picture, content.hasAlpha, 'chosen');
  if (content.hasAlpha) return pngOf(picture, true, 'alpha');
  return isFlat(content) ? pngOf(picture, false, 'flat') : jpegOf(unlimited, leastQuality, 'photo');
};
