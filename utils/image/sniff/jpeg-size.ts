import { u16be } from './bytes.ts';
import { type HeaderSize, headerSize, needsMore } from './header-size.ts';
import { findMarker } from './jpeg-markers.ts';

/** SOF0 to SOF15, without DHT, JPG and DAC, which live in the same range (ITU T.81, table B.1). */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Size from a JPEG's first frame header (baseline, progressive or other), in stored orientation. */
export const jpegSize = (bytes: Uint8Array): HeaderSize => {
  const frame = findMarker(bytes, isFrameHeader);
  if (frame.kind !== 'marker') return frame;
  if (frame.at + 7 > bytes.length) return needsMore;
  return headerSize(u16be(bytes, frame.at + 5), u16be(bytes, frame.at + 3));
};
