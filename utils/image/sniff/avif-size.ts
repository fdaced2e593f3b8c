import { latin1, u32be } from './bytes.ts';
import { broken, type HeaderSize, headerSize, needsMore } from './header-size.ts';

interface Box {
  readonly type: string;
  /** First byte of what the box holds, and the byte after its last. */
  readonly from: number;
  readonly to: number;
}

/** The box at `at` (ISO 14496-12, 4.2), or null where its header does not fit or makes no sense. */
const boxAt = (bytes: Uint8Array, at: number, end: number): Box | null => {
  if (at + 8 > end) return null;
  const size = u32be(bytes, at);
  const isLong = size === 1;
  const length = isLong ? u32be(bytes, at + 8) * 2 ** 32 + u32be(bytes, at + 12) : size;
  const headerBytes = isLong ? 16 : 8;
  if (length !== 0 && length < headerBytes) return null;
  const to = length === 0 ? end : at + length;
  return { type: latin1(bytes, at + 4, 4), from: at + headerBytes, to };
};

const findBox = (bytes: Uint8Array, from: number, end: number, type: string): Box | null => {
  let at = from;
  for (;;) {
    const box = boxAt(bytes, at, end);
    if (box === null || box.type === type) return box;
    if (box.to >= end) return null;
    at = box.to;
  }
};

/** Largest `ispe` among an item property container's children: the grid's own, where there is one. */
const largestExtent = (bytes: Uint8Array, container: Box): HeaderSize => {
  let [widthPx, heightPx] = [0, 0];
  let at = container.from;
  for (;;) {
    const box = findBox(bytes, at, container.to, 'ispe');
    if (box === null) return headerSize(widthPx, heightPx);
    widthPx = Math.max(widthPx, u32be(bytes, box.from + 4));
    heightPx = Math.max(heightPx, u32be(bytes, box.from + 8));
    at = box.to;
  }
};

/** Size from an AVIF's item properties (`meta/iprp/ipco/ispe`, ISO 23008-12), before rotation. */
export const avifSize = (bytes: Uint8Array): HeaderSize => {
  const meta = findBox(bytes, 0, bytes.length, 'meta');
  if (meta === null || meta.to > bytes.length) return needsMore;
  const properties = findBox(bytes, meta.from + 4, meta.to, 'iprp');
  const container = properties && findBox(bytes, properties.from, properties.to, 'ipco');
  if (container === null || container.to > meta.to) return broken;
  return largestExtent(bytes, container);
};
