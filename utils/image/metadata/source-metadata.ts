import type { Removable, RasterFormat } from '../../domain/picture.ts';
import { type Block, metadataBlocks } from './blocks.ts';
import { type Exif, readExif } from './tiff.ts';

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
 * Finds out what a whole file carries besides its pixels, each once and in a fixed order: what is left
 * behind when a new file is made of the pixels, so that the studio says only what is true. Looks at headers and blocks alone, follows no chain, and never throws whatever the bytes are.
 */
export const sourceMetadata = (bytes: Uint8Array, format: RasterFormat): readonly Removable[] => {
  const found = new Set(
    metadataBlocks(bytes, format).flatMap((block): readonly Removable[] => {
      if (block.kind === 'exif') return ofExif(readExif(bytes.subarray(block.from, block.to)));
      if (block.kind === 'xmp') return ofXmp(bytes, block);
      return [block.kind === 'captions' ? 'comment' : block.kind];
    }),
  );
  return order.filter((removable) => found.has(removable));
};
