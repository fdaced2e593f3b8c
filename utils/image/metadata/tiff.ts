import { hasText, latin1, u16be, u16le, u32be, u32le } from '../sniff/bytes.ts';

/** One field of an EXIF directory. `value` is the field's own four bytes read as a number of its type. */
interface Field {
  readonly tag: number;
  readonly value: number;
  /** Offset of the field's four bytes, which a short text fills itself. */
  readonly count: number;
}

/** What an EXIF block tells: only what this program has a use for. */
export interface Exif {
  readonly hasLocation: boolean;
  readonly hasCamera: boolean;
  readonly hasDate: boolean;
  readonly hasAuthor: boolean;
  readonly hasComment: boolean;
  readonly hasThumbnail: boolean;
}

/** No camera writes more fields in one directory; a broken count may claim 65,535. */
const maxFields = 512;

interface Tiff {
  readonly bytes: Uint8Array;
  readonly isLittle: boolean;
}

const u16 = ({ bytes, isLittle }: Tiff, at: number): number =>
  isLittle ? u16le(bytes, at) : u16be(bytes, at);
const u32 = ({ bytes, isLittle }: Tiff, at: number): number =>
  isLittle ? u32le(bytes, at) : u32be(bytes, at);

/** A directory's fields and where the next one is said to be; both empty where it lies outside. */
const directoryAt = (
  tiff: Tiff,
  at: number,
): { readonly fields: readonly Field[]; readonly next: number } => {
  const count = u16(tiff, at);
  const end = at + 2 + 12 * count;
  if (at < 8 || count > maxFields || end > tiff.bytes.length) return { fields: [], next: 0 };
  const fields: Field[] = [];
  for (let from = at + 2; from < end; from += 12) {
    const isShort = u16(tiff, from + 2) === 3;
    fields.push({
      tag: u16(tiff, from),
      count: u32(tiff, from + 4),
      value: isShort ? u16(tiff, from + 8) : u32(tiff, from + 8),
    });
  }
  return { fields, next: u32(tiff, end) };
};

// Tags by number: EXIF 3.0, tables 4 to 15; GPS 1 to 4 are latitude and longitude.
const exifDirectory = 0x8769;
const gpsDirectory = 0x8825;
const cameraTags = new Set([
  0x010f, 0x0110, 0x9000, 0x829a, 0xa431, 0xa433, 0xa434, 0xa435, 0x927c,
]);
const dateTags = new Set([0x0132, 0x9003, 0x9004]);
const authorTags = new Set([0x013b, 0x8298, 0xa430]);
const commentTags = new Set([0x010e, 0x9286]);
const placeTags = new Set([1, 2, 3, 4]);

/** Reads a TIFF block as EXIF holds it. Never throws and follows no chain; null where it is none. */
export const readExif = (bytes: Uint8Array): Exif | null => {
  const isLittle = hasText(bytes, 0, 'II*\0');
  if (!isLittle && latin1(bytes, 0, 4) !== 'MM\0*') return null;
  const tiff: Tiff = { bytes, isLittle };
  const { fields: main, next } = directoryAt(tiff, u32(tiff, 4));
  const linked = (tag: number): readonly Field[] => {
    const link = main.find((field) => field.tag === tag);
    return link === undefined ? [] : directoryAt(tiff, link.value).fields;
  };
  const all = [...main, ...linked(exifDirectory)].filter(({ count }) => count > 0);
  const hasAny = (tags: ReadonlySet<number>): boolean => all.some(({ tag }) => tags.has(tag));
  return {
    hasLocation: linked(gpsDirectory).some(({ tag }) => placeTags.has(tag)),
    hasCamera: hasAny(cameraTags),
    hasDate: hasAny(dateTags),
    hasAuthor: hasAny(authorTags),
    hasComment: hasAny(commentTags),
    hasThumbnail: next !== 0 && directoryAt(tiff, next).fields.length > 0,
  };
};
