import { hasText, latin1, u32be } from '../sniff/bytes.ts';
import type { HeaderSize } from '../sniff/header-size.ts';
import { pngSize } from '../sniff/png-size.ts';

/** Chunks the pixels need; all others (text, EXIF, profiles, times) are left out. */
const neededChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** A PNG reduced to what its pixels need, and the size its header says. */
export interface CleanPng {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly size: HeaderSize;
}

/** Reads a PNG's own bytes and leaves out every chunk the pixels do not need. Null where incomplete. */
export const cleanPng = (bytes: Uint8Array<ArrayBuffer>): CleanPng | null => {
  if (!hasText(bytes, 0, '\x89PNG\r\n\x1a\n')) return null;
  const clean = new Uint8Array(bytes.length);
  clean.set(bytes.subarray(0, 8));
  let length = 8;
  for (let at = 8; at + 12 <= bytes.length;) {
    const type = latin1(bytes, at + 4, 4);
    const end = at + 12 + u32be(bytes, at);
    if (end > bytes.length) return null;
    if (neededChunks.has(type)) {
      clean.set(bytes.subarray(at, end), length);
      length += end - at;
    }
    if (type === 'IEND') return { bytes: clean.slice(0, length), size: pngSize(clean) };
    at = end;
  }
  return null;
};
