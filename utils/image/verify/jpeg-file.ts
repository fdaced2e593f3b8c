import { hasText, u16be } from '../sniff/bytes.ts';
import { jpegSize } from '../sniff/jpeg-size.ts';
import type { HeaderSize } from '../sniff/header-size.ts';

interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

const startOfScan = 0xda;

/** DHT, SOF0 to SOF2, SOS, DQT, DRI: what the pixels need. Adobe's APP14 says how colours are kept. */
const neededMarkers = new Set([0xc0, 0xc1, 0xc2, 0xc4, startOfScan, 0xdb, 0xdd, 0xee]);

/** A JFIF header of 16 bytes holds no thumbnail. */
const isPlainJfif = (bytes: Uint8Array, { marker, from, to }: Segment): boolean =>
  marker === 0xe0 && to - from === 18 && hasText(bytes, from + 4, 'JFIF\0');

/** The segments up to and with the first scan's header, or null where they do not line up. */
const headerSegments = (bytes: Uint8Array): readonly Segment[] | null => {
  if (u16be(bytes, 0) !== 0xffd8) return null;
  const segments: Segment[] = [];
  for (let from = 2; from + 4 <= bytes.length;) {
    const marker = bytes[from + 1] ?? 0;
    const to = from + 2 + u16be(bytes, from + 2);
    if (bytes[from] !== 0xff || marker < 0xc0 || to > bytes.length || to < from + 4) return null;
    segments.push({ marker, from, to });
    if (marker === startOfScan) return segments;
    from = to;
  }
  return null;
};

/** End of the picture data that starts at `from`: after the EOI marker; null where there is none. */
const endOfImage = (bytes: Uint8Array, from: number): number | null => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xd9) return at + 2;
  }
  return null;
};

/** Standard luminance table (ITU T.81, K.1) in file order; encoders scale it by quality. */
const standardTable = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
  29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
  95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
];

const tableSum = (percent: number): number => {
  const scale = percent < 50 ? 5000 / percent : 200 - 2 * percent;
  const scaled = (value: number): number =>
    Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100)));
  return standardTable.reduce((sum, value) => sum + scaled(value), 0);
};

/** Quality of 0 to 1 told from the first quantisation table by libjpeg's scale; null without one. */
const qualityOf = (bytes: Uint8Array, segments: readonly Segment[]): number | null => {
  const table = segments.find(({ marker }) => marker === 0xdb);
  if (table === undefined || table.to - table.from < 69) return null;
  const values = bytes.subarray(table.from + 5, table.from + 69);
  const sum = values.reduce((total, value) => total + value, 0);
  let percent = 100;
  while (percent > 1 && tableSum(percent) < sum) percent -= 1;
  return percent / 100;
};

/** A JPEG reduced to what its pixels need, and what its header says. */
export interface CleanJpeg {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly size: HeaderSize;
  readonly quality: number | null;
}

/**
 * Reads a single-scan JPEG's own bytes and leaves out everything the pixels do not need: EXIF, XMP,
 * ICC, comments, thumbnails, bytes after the end. Null where it is no complete JPEG.
 */
export const cleanJpeg = (bytes: Uint8Array<ArrayBuffer>): CleanJpeg | null => {
  const segments = headerSegments(bytes);
  const scan = segments?.at(-1);
  if (segments === null || scan === undefined) return null;
  const end = endOfImage(bytes, scan.to);
  if (end === null) return null;
  const kept = segments.filter(
    (segment) => neededMarkers.has(segment.marker) || isPlainJfif(bytes, segment),
  );
  const parts = [
    bytes.subarray(0, 2),
    ...kept.map(({ from, to }) => bytes.subarray(from, to)),
    bytes.subarray(scan.to, end),
  ];
  const clean = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    clean.set(part, at);
    at += part.length;
  }
  return { bytes: clean, size: jpegSize(clean), quality: qualityOf(bytes, segments) };
};
