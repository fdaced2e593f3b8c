import type { Removable, RasterFormat } from '../../domain/picture.ts';
import { type Block, metadataBlocks } from './blocks.ts';
import { type Exif, readExif } from './tiff.ts';

/** What a file carries besides its pixels. */
export interface SourceMetadata {
  /** What is left behind when a new file is made of the pixels, each once, in this order. */
  readonly removed: readonly Removable[];
  /**
   * 1 to 8 where a JPEG's one EXIF block says so, 1 where there is no EXIF at all; null where it is
   * not certain (several blocks, damage, other formats).
   */
  readonly orientation: number | null;
}

/** XMP is text; what it says about place and camera stands under these names (XMP part 2). */
const xmpSigns: readonly (readonly [sign: RegExp, Removable])[] = [
  [/GPSL(?:atitude|ongitude)|Iptc4xmp\w+:Location|photoshop:City/u, 'location'],
  [/tiff:M(?:ake|odel)|aux:(?:Lens|SerialNumber)/u, 'camera'],
  [/dc:creator|dc:rights/u, 'author'],
];

/** How much of one text block is looked at. */
const maxTextBytes = 200_000;

const ofXmp = (bytes: Uint8Array, { from, to }: Block): readonly Removable[] => {
  const text = new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + maxTextBytes)));
  const found = xmpSigns.filter(([sign]) => sign.test(text)).map(([, removable]) => removable);
  return [...found, 'edits'];
};

const ofExif = (exif: Exif | null): readonly Removable[] => {
  if (exif === null) return [];
  const found: readonly (readonly [boolean, Removable])[] = [
    [exif.hasLocation, 'location'],
    [exif.hasCamera, 'camera'],
    [exif.hasDate, 'date'],
    [exif.hasAuthor, 'author'],
    [exif.hasComment, 'comment'],
    [exif.hasThumbnail, 'thumbnail'],
  ];
  return found.filter(([isThere]) => isThere).map(([, removable]) => removable);
};

const order: readonly Removable[] = [
  'location',
  'camera',
  'date',
  'author',
  'comment',
  'thumbnail',
  'edits',
  'profile',
];

/**
 * Finds out what a whole file carries besides its pixels, so that the studio says only what is true.
 * Looks at headers and blocks alone, follows no chain, and never throws whatever the bytes are.
 */
export const sourceMetadata = (bytes: Uint8Array, format: RasterFormat): SourceMetadata => {
  const blocks = metadataBlocks(bytes, format);
  const exifs = blocks
    .filter(({ kind }) => kind === 'exif')
    .map(({ from, to }) => readExif(bytes.subarray(from, to)));
  const found = new Set([
    ...exifs.flatMap(ofExif),
    ...blocks.flatMap((block): readonly Removable[] => {
      if (block.kind === 'xmp') return ofXmp(bytes, block);
      if (block.kind === 'captions') return ['comment'];
      return block.kind === 'exif' ? [] : [block.kind];
    }),
  ]);
  const [exif] = exifs;
  const said = exif === undefined ? 1 : exifs.length === 1 ? (exif?.orientation ?? null) : null;
  return {
    removed: order.filter((removable) => found.has(removable)),
    orientation: format === 'jpeg' ? said : null,
  };
};
