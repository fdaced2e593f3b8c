import { latin1, u16le, u24le, u32le } from './bytes.ts';
import { broken, type HeaderSize, headerSize, needsMore } from './header-size.ts';

/** VP8 key frame: 3 bytes of frame tag, a start code, then two 14-bit sizes (RFC 6386, 9.1). */
const lossySize = (bytes: Uint8Array): HeaderSize => {
  if (bytes[23] !== 0x9d || bytes[24] !== 0x01 || bytes[25] !== 0x2a) return broken;
  return headerSize(u16le(bytes, 26) & 0x3fff, u16le(bytes, 28) & 0x3fff);
};

/** VP8L: a signature byte, then width-1 and height-1 in 14 bits each (RFC 9649, 3.4). */
const losslessSize = (bytes: Uint8Array): HeaderSize => {
  if (bytes[20] !== 0x2f) return broken;
  const bits = u32le(bytes, 21);
  return headerSize((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
};

/** Size from a WebP's first chunk; VP8X names the whole canvas (RFC 9649, 2.7). */
export const webpSize = (bytes: Uint8Array): HeaderSize => {
  if (bytes.length < 30) return needsMore;
  const chunk = latin1(bytes, 12, 4);
  if (chunk === 'VP8 ') return lossySize(bytes);
  if (chunk === 'VP8L') return losslessSize(bytes);
  if (chunk === 'VP8X') return headerSize(u24le(bytes, 24) + 1, u24le(bytes, 27) + 1);
  return broken;
};
