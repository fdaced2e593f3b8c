import type { RasterFormat } from '../../domain/picture.ts';
import { hasText, latin1, u32be } from '../sniff/bytes.ts';

/** Chunks looked at before a PNG's pixels begin; the one that says 'animated' must stand there. */
const maxChunks = 64;

const isAnimatedPng = (bytes: Uint8Array): boolean => {
  let at = 8;
  for (let seen = 0; seen < maxChunks && at + 12 <= bytes.length; seen += 1) {
    const type = latin1(bytes, at + 4, 4);
    if (type === 'acTL' || type === 'IDAT') return type === 'acTL';
    at += 12 + u32be(bytes, at);
  }
  return false;
};

/**
 * Whether a file's header says it may hold several stills: a cheap look before a decoder is asked. A
 * GIF does not say, so every one may.
 */
export const mayBeAnimated = (bytes: Uint8Array, format: RasterFormat): boolean => {
  if (format === 'gif') return true;
  if (format === 'png') return isAnimatedPng(bytes);
  // The animation bit of VP8X (RFC 9649, 2.7).
  if (format === 'webp') return hasText(bytes, 12, 'VP8X') && ((bytes[20] ?? 0) & 2) !== 0;
  return format === 'avif' && hasText(bytes, 8, 'avis');
};
