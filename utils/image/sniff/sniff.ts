import type { RasterFormat } from '../../domain/picture.ts';
import { avifSize } from './avif-size.ts';
import { bmpSize } from './bmp-size.ts';
import { hasText } from './bytes.ts';
import { gifSize } from './gif-size.ts';
import type { HeaderSize } from './header-size.ts';
import { jpegSize } from './jpeg-size.ts';
import { pngSize } from './png-size.ts';
import { mediaKind, unreadableName } from './unreadable-formats.ts';
import { webpSize } from './webp-size.ts';

/** What a file is by its content. `size` may ask for more bytes than were given. */
export type Sniffed =
  | { readonly kind: 'picture'; readonly format: RasterFormat; readonly size: HeaderSize }
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'unknown' };

const readSize: Readonly<Record<RasterFormat, (bytes: Uint8Array) => HeaderSize>> = {
  jpeg: jpegSize,
  png: pngSize,
  gif: gifSize,
  webp: webpSize,
  avif: avifSize,
  bmp: bmpSize,
};

const formatOf = (bytes: Uint8Array): RasterFormat | null => {
  if (hasText(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  if (hasText(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a')) return 'gif';
  if (hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')) return 'webp';
  if (mediaKind(bytes) === 'avif') return 'avif';
  // Two letters prove little, so a BMP must also have a header of a known length.
  if (hasText(bytes, 0, 'BM') && bmpSize(bytes).kind === 'size') return 'bmp';
  return null;
};

/**
 * Tells what a file is from its first bytes alone; its name and declared type play no part. Pure,
 * and never throws whatever the bytes are. Sizes are in pixels, before any rotation.
 */
export const sniff = (bytes: Uint8Array): Sniffed => {
  const format = formatOf(bytes);
  if (format !== null) return { kind: 'picture', format, size: readSize[format](bytes) };
  const media = mediaKind(bytes);
  const name = media !== null && media !== 'avif' ? media.name : unreadableName(bytes);
  return name === null ? { kind: 'unknown' } : { kind: 'unreadable', name };
};
