import type { RasterFormat } from '../../domain/picture.ts';
import { hasText, latin1, u16be, u32be, u32le } from '../sniff/bytes.ts';

/** A block of a file that holds no pixels. `from` and `to` bound what it holds. */
export interface Block {
  readonly kind: 'exif' | 'xmp' | 'profile' | 'comment' | 'captions';
  readonly from: number;
  readonly to: number;
}

/** No honest file has more; a crafted one must not keep the worker busy. */
const maxBlocks = 4096;

const jpegMarks: readonly (readonly [marker: number, text: string, kind: Block['kind']])[] = [
  [0xe1, 'Exif\0\0', 'exif'],
  [0xe1, 'http://ns.adobe.com/x', 'xmp'],
  [0xe2, 'ICC_PROFILE\0', 'profile'],
  [0xed, 'Photoshop 3.0\0', 'captions'],
  [0xfe, '', 'comment'],
];

const jpegBlocks = (bytes: Uint8Array): readonly Block[] => {
  const blocks: Block[] = [];
  let at = 2;
  for (let seen = 0; seen < maxBlocks && at + 4 <= bytes.length; seen += 1) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xda) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const to = at + 2 + u16be(bytes, at + 2);
    const mark = jpegMarks.find(([wanted, text]) => {
      return wanted === marker && hasText(bytes, at + 4, text);
    });
    if (mark !== undefined) blocks.push({ kind: mark[2], from: at + 4 + mark[1].length, to });
    at = to;
  }
  return blocks;
};

const pngKinds: Readonly<Record<string, Block['kind']>> = {
  eXIf: 'exif',
  iCCP: 'profile',
  tEXt: 'comment',
  zTXt: 'comment',
  iTXt: 'comment',
};

const pngBlocks = (bytes: Uint8Array): readonly Block[] => {
  const blocks: Block[] = [];
  let at = 8;
  for (let seen = 0; seen < maxBlocks && at + 12 <= bytes.length; seen += 1) {
    const type = latin1(bytes, at + 4, 4);
    const [from, to] = [at + 8, at + 8 + u32be(bytes, at)];
    const isXmp = type === 'iTXt' && hasText(bytes, from, 'XML:com.adobe.xmp');
    const kind = isXmp ? 'xmp' : Object.hasOwn(pngKinds, type) ? pngKinds[type] : undefined;
    if (kind !== undefined) blocks.push({ kind, from, to });
    at = to + 4;
  }
  return blocks;
};

const webpKinds: Readonly<Record<string, Block['kind']>> = {
  EXIF: 'exif',
  'XMP ': 'xmp',
  ICCP: 'profile',
};

const webpBlocks = (bytes: Uint8Array): readonly Block[] => {
  const blocks: Block[] = [];
  let at = 12;
  for (let seen = 0; seen < maxBlocks && at + 8 <= bytes.length; seen += 1) {
    const type = latin1(bytes, at, 4);
    const length = u32le(bytes, at + 4);
    const kind = Object.hasOwn(webpKinds, type) ? webpKinds[type] : undefined;
    // Some writers put JPEG's own mark before the block.
    const from = at + 8 + (kind === 'exif' && hasText(bytes, at + 8, 'Exif\0\0') ? 6 : 0);
    if (kind !== undefined) blocks.push({ kind, from, to: at + 8 + length });
    at += 8 + length + (length % 2);
  }
  return blocks;
};

/** AVIF keeps such blocks as items anywhere in the file: looked for by how they begin. */
const avifMarks: readonly (readonly [mark: RegExp, kind: Block['kind']])[] = [
  [/(?<=Exif\0\0)(?:II\*\0|MM\0\*)/u, 'exif'],
  [/<x:xmpmeta/u, 'xmp'],
  [/(?<=colr)(?:prof|rICC)/u, 'profile'],
];

const avifSearchBytes = 1_000_000;

const avifBlocks = (bytes: Uint8Array): readonly Block[] => {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, avifSearchBytes));
  return avifMarks.flatMap(([mark, kind]) => {
    const from = text.search(mark);
    return from < 0 ? [] : [{ kind, from, to: bytes.length }];
  });
};

const readers: Readonly<Partial<Record<RasterFormat, (bytes: Uint8Array) => readonly Block[]>>> = {
  jpeg: jpegBlocks,
  png: pngBlocks,
  webp: webpBlocks,
  avif: avifBlocks,
};

/** The blocks of a whole file that hold something other than its pixels, in order. Never throws. */
export const metadataBlocks = (bytes: Uint8Array, format: RasterFormat): readonly Block[] =>
  readers[format]?.(bytes) ?? [];
