import { hasText, u32be } from './bytes.ts';
import { broken, type HeaderSize, headerSize, needsMore } from './header-size.ts';

/** Size from a PNG's IHDR, which must come first (PNG 3rd edition, 5.6). */
export const pngSize = (bytes: Uint8Array): HeaderSize => {
  if (bytes.length < 24) return needsMore;
  if (!hasText(bytes, 12, 'IHDR')) return broken;
  const [widthPx, heightPx] = [u32be(bytes, 16), u32be(bytes, 20)];
  return widthPx > 0x7fff_ffff || heightPx > 0x7fff_ffff ? broken : headerSize(widthPx, heightPx);
};
