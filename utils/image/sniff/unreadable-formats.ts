import { hasText, latin1 } from './bytes.ts';

interface Signature {
  readonly name: string;
  readonly at: number;
  /** Latin-1 text the file has at that place. */
  readonly text: string;
}

/**
 * Kinds of file people do pick that no supported browser decodes alike, by their first bytes.
 * Source: the formats' own specifications and the `file` magic database, read 2026-11.
 */
const signatures: readonly Signature[] = [
  { name: 'JPEG XL', at: 0, text: '\xff\x0a' },
  { name: 'JPEG XL', at: 0, text: '\0\0\0\x0cJXL \r\n\x87\n' },
  { name: 'JPEG 2000', at: 0, text: '\0\0\0\x0cjP  \r\n\x87\n' },
  { name: 'JPEG 2000', at: 0, text: '\xff\x4f\xff\x51' },
  { name: 'camera raw', at: 8, text: 'CR\x02\0' },
  { name: 'camera raw', at: 0, text: 'FUJIFILMCCD-RAW' },
  { name: 'camera raw', at: 0, text: 'IIRO' },
  { name: 'camera raw', at: 0, text: 'IIRS' },
  { name: 'camera raw', at: 0, text: 'IIU\0' },
  { name: 'TIFF', at: 0, text: 'II*\0' },
  { name: 'TIFF', at: 0, text: 'MM\0*' },
  { name: 'TIFF', at: 0, text: 'II+\0' },
  { name: 'TIFF', at: 0, text: 'MM\0+' },
  { name: 'JPEG XR', at: 0, text: 'II\xbc' },
  { name: 'PDF', at: 0, text: '%PDF-' },
  { name: 'PostScript', at: 0, text: '%!PS' },
  { name: 'Photoshop (PSD)', at: 0, text: '8BPS' },
  { name: 'GIMP (XCF)', at: 0, text: 'gimp xcf' },
  { name: 'icon (ICO)', at: 0, text: '\0\0\x01\0' },
  { name: 'cursor (CUR)', at: 0, text: '\0\0\x02\0' },
  { name: 'icon (ICNS)', at: 0, text: 'icns' },
  { name: 'OpenEXR', at: 0, text: 'v/1\x01' },
  { name: 'Radiance HDR', at: 0, text: '#?RADIANCE' },
  { name: 'DDS', at: 0, text: 'DDS ' },
  { name: 'QOI', at: 0, text: 'qoif' },
  { name: 'video', at: 0, text: '\x1a\x45\xdf\xa3' },
  { name: 'video', at: 0, text: 'FLV\x01' },
  { name: 'video', at: 0, text: '\0\0\x01\xba' },
  { name: 'video', at: 0, text: '\0\0\x01\xb3' },
  { name: 'video', at: 0, text: 'OggS' },
  { name: 'video', at: 8, text: 'AVI ' },
  { name: 'compressed SVG (SVGZ)', at: 0, text: '\x1f\x8b' },
  { name: 'ZIP', at: 0, text: 'PK\x03\x04' },
];

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
const avifBrands = new Set(['avif', 'avis']);

/** The brands of an ISO media file's `ftyp` box, major one first; empty where there is no such box. */
const mediaBrands = (bytes: Uint8Array): readonly string[] => {
  if (!hasText(bytes, 4, 'ftyp')) return [];
  const end = Math.min(bytes.length, bytes[3] ?? 0);
  const brands = [latin1(bytes, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin1(bytes, at, 4));
  return brands;
};

/** Tells the files that share the ISO media box format apart; null where it is not one. */
export const mediaKind = (bytes: Uint8Array): 'avif' | { readonly name: string } | null => {
  const brands = mediaBrands(bytes);
  const [major] = brands;
  if (major === undefined) return null;
  if (avifBrands.has(major)) return 'avif';
  if (heicBrands.has(major)) return { name: 'HEIC' };
  if (major === 'crx ') return { name: 'camera raw' };
  if (major !== 'mif1' && major !== 'msf1') return { name: 'video' };
  return brands.some((brand) => avifBrands.has(brand)) ? 'avif' : { name: 'HEIC' };
};

/** SVG and web pages are text: looked for after any byte order mark, comment and declaration. */
const textKind = (bytes: Uint8Array): string | null => {
  const start = latin1(bytes, 0, 1024)
    .replace(/^\xef\xbb\xbf/u, '')
    .trimStart();
  if (!start.startsWith('<')) return null;
  if (/<svg[\s>]/iu.test(start)) return 'SVG';
  return /^<(?:!doctype html|html|head|body)/iu.test(start) ? 'web page' : null;
};

/** The plain name of a known format that cannot be opened here, or null where none is recognised. */
export const unreadableName = (bytes: Uint8Array): string | null =>
  signatures.find(({ at, text }) => hasText(bytes, at, text))?.name ?? textKind(bytes);
