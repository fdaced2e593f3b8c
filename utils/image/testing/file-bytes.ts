/** Small files built byte by byte, for tests. */

const latin1Bytes = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const be16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const le16 = (value: number): number[] => be16(value).toReversed();
const be32 = (value: number): number[] => [...be16(value >>> 16), ...be16(value & 0xffff)];
const le32 = (value: number): number[] => be32(value).toReversed();
const le24 = (value: number): number[] => le32(value).slice(0, 3);

/** Joins numbers, texts (as Latin-1) and byte arrays. */
export const bytes = (
  ...parts: readonly (number | string | Iterable<number>)[]
): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    parts.flatMap((part) => {
      if (typeof part === 'number') return [part];
      return typeof part === 'string' ? latin1Bytes(part) : [...part];
    }),
  );

/** A JPEG segment: its marker, its length, what it holds. */
export const jpegSegment = (marker: number, content: Iterable<number>): Uint8Array<ArrayBuffer> => {
  const held = [...content];
  return bytes(0xff, marker, be16(held.length + 2), held);
};

/** A JPEG's bytes up to its frame header; `frame` is the SOF number, `before` stands ahead of it. */
export const jpegHead = (
  widthPx: number,
  heightPx: number,
  frame = 0,
  before: Iterable<number> = [],
): Uint8Array<ArrayBuffer> =>
  bytes(
    [0xff, 0xd8],
    before,
    jpegSegment(0xc0 + frame, [8, ...be16(heightPx), ...be16(widthPx), 3, 1, 0x11, 0]),
  );

/** `count` profile segments of 65,000 bytes, as cameras and editors write them. */
export const bulkyProfiles = (count: number): Uint8Array<ArrayBuffer> => {
  const segment = jpegSegment(0xe2, new Uint8Array(65_000));
  const all = new Uint8Array(count * segment.length);
  for (let index = 0; index < count; index += 1) all.set(segment, index * segment.length);
  return all;
};

/** An EXIF segment whose first directory, at `directoryAt`, holds one orientation tag. */
export const exifSegment = (orientation: number, directoryAt = 8): Uint8Array<ArrayBuffer> =>
  jpegSegment(
    0xe1,
    bytes(
      'Exif\0\0II*\0',
      le32(directoryAt),
      [...le16(1), ...le16(0x0112), ...le16(3), ...le32(1), ...le16(orientation), 0, 0],
      le32(0),
    ),
  );

/** A JPEG with a segment put in right after its first marker. */
export const withSegment = (jpeg: Uint8Array, segment: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes(jpeg.subarray(0, 2), segment, jpeg.subarray(2));

export const pngHead = (widthPx: number, heightPx: number): Uint8Array<ArrayBuffer> =>
  bytes('\x89PNG\r\n\x1a\n', be32(13), 'IHDR', be32(widthPx), be32(heightPx), [8, 6, 0, 0, 0]);

/** What makes a PNG's header a file that does not end too early. It still holds no pixels. */
export const pngEnd = bytes(be32(0), be32(0), 'IEND', be32(0));

/** The same for a JPEG: an empty scan and the end marker. */
export const jpegEnd = bytes(jpegSegment(0xda, []), [0xff, 0xd9]);

/** A GIF whose one frame starts at the corner and is as large as `frame` says. */
export const gifHead = (
  screen: readonly [number, number],
  frame: readonly [number, number],
): Uint8Array<ArrayBuffer> =>
  bytes(
    'GIF89a',
    [...le16(screen[0]), ...le16(screen[1]), 0x80, 0, 0],
    [0, 0, 0, 255, 255, 255],
    [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    [0x2c, 0, 0, 0, 0, ...le16(frame[0]), ...le16(frame[1]), 0],
  );

export const webpHead = {
  lossy: (widthPx: number, heightPx: number): Uint8Array<ArrayBuffer> =>
    bytes('RIFF', le32(100), 'WEBPVP8 ', le32(80), [
      0,
      0,
      0,
      0x9d,
      0x01,
      0x2a,
      ...le16(widthPx),
      ...le16(heightPx),
    ]),
  lossless: (widthPx: number, heightPx: number): Uint8Array<ArrayBuffer> =>
    bytes('RIFF', le32(100), 'WEBPVP8L', le32(80), [
      0x2f,
      ...le32((widthPx - 1) | ((heightPx - 1) << 14)),
      0,
      0,
      0,
      0,
      0,
    ]),
  extended: (widthPx: number, heightPx: number): Uint8Array<ArrayBuffer> =>
    bytes('RIFF', le32(100), 'WEBPVP8X', le32(10), [
      0,
      0,
      0,
      0,
      ...le24(widthPx - 1),
      ...le24(heightPx - 1),
    ]),
};

const box = (type: string, ...content: readonly Iterable<number>[]): Uint8Array<ArrayBuffer> => {
  const held = bytes(...content);
  return bytes(be32(held.length + 8), type, held);
};

/** A media file's `ftyp` box with these brands, the first one major. */
export const mediaHead = (...brands: readonly string[]): Uint8Array<ArrayBuffer> =>
  box('ftyp', bytes(brands[0] ?? '', be32(0), ...brands.slice(1)));

/** An AVIF's boxes up to its item properties, one extent for each size. */
export const avifHead = (
  ...sizes: readonly (readonly [number, number])[]
): Uint8Array<ArrayBuffer> => {
  const extents = sizes.map(([width, height]) => box('ispe', be32(0), be32(width), be32(height)));
  const properties = box('iprp', box('ipco', box('pixi', be32(0)), ...extents));
  return bytes(mediaHead('avif', 'mif1'), box('meta', be32(0), box('hdlr', be32(0)), properties));
};

export const bmpHead = (widthPx: number, heightPx: number): Uint8Array<ArrayBuffer> =>
  bytes('BM', le32(1000), le32(0), le32(54), le32(40), le32(widthPx), le32(heightPx), le32(0));
