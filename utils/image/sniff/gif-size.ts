import { u16le } from './bytes.ts';
import { type HeaderSize, headerSize, needsMore } from './header-size.ts';

const imageDescriptor = 0x2c;
const extension = 0x21;

const colourTableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where a chain of data sub-blocks ends, or null where the bytes end before it. */
const afterSubBlocks = (bytes: Uint8Array, from: number): number | null => {
  let at = from;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return null;
    at += 1 + length;
    if (length === 0) return at;
  }
};

/** Start of the first image descriptor, or null when the bytes end or make no sense before it. */
const firstFrameAt = (bytes: Uint8Array): number | null => {
  let at: number | null = 13 + colourTableBytes(bytes[10] ?? 0);
  while (at !== null && bytes[at] === extension) at = afterSubBlocks(bytes, at + 2);
  return at !== null && bytes[at] === imageDescriptor && at + 10 <= bytes.length ? at : null;
};

/** Whether a whole GIF's bytes end before its first frame does. Later frames are not looked at. */
export const isFirstFrameCutOff = (bytes: Uint8Array): boolean => {
  const frame = firstFrameAt(bytes);
  if (frame === null) return false;
  const dataAt = frame + 11 + colourTableBytes(bytes[frame + 9] ?? 0);
  return afterSubBlocks(bytes, dataAt) === null;
};

/**
 * Size from a GIF's screen descriptor, widened to its first frame where that reaches further (or
 * where the screen says 0): decoders show such files, and a ceiling must count what they allocate.
 */
export const gifSize = (bytes: Uint8Array): HeaderSize => {
  if (bytes.length < 13) return needsMore;
  const [screenWidth, screenHeight] = [u16le(bytes, 6), u16le(bytes, 8)];
  const frame = firstFrameAt(bytes);
  if (frame === null) return headerSize(screenWidth, screenHeight);
  return headerSize(
    Math.max(screenWidth, u16le(bytes, frame + 1) + u16le(bytes, frame + 5)),
    Math.max(screenHeight, u16le(bytes, frame + 3) + u16le(bytes, frame + 7)),
  );
};
