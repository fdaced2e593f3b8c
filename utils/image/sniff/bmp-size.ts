import { u16le, u32le } from './bytes.ts';
import { broken, type HeaderSize, headerSize, needsMore } from './header-size.ts';

/** Lengths a BMP information header can have (Windows 3 to 5, OS/2 1 and 2). */
const knownHeaderBytes = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** Size from a BMP's information header. A negative height only means rows run downwards. */
export const bmpSize = (bytes: Uint8Array): HeaderSize => {
  if (bytes.length < 26) return needsMore;
  const headerBytes = u32le(bytes, 14);
  if (!knownHeaderBytes.has(headerBytes)) return broken;
  if (headerBytes === 12) return headerSize(u16le(bytes, 18), u16le(bytes, 20));
  return headerSize(u32le(bytes, 18) | 0, Math.abs(u32le(bytes, 22) | 0));
};
