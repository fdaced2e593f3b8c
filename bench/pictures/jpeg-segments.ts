/** Where a JPEG's segments begin: after its first marker and, if there is one, after JFIF's. */
const afterJfif = (jpeg: Buffer): number => {
  if (jpeg.readUInt16BE(0) !== 0xffd8) throw new Error('Not a JPEG');
  return jpeg[3] === 0xe0 ? 4 + jpeg.readUInt16BE(4) : 2;
};

const lengthAt = (jpeg: Buffer, at: number): number => 2 + jpeg.readUInt16BE(at + 2);

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/**
 * The same JPEG with one application segment (`marker` 0xe1 to 0xef) put in front and all others that
 * have that marker and begin with the same `name` left out; its pixels are untouched. `content` goes
 * after the name and must fit one segment, 65,533 bytes with it. Throws for a file that is no JPEG.
 */
export const withSegment = (
  jpeg: Buffer,
  marker: number,
  name: string,
  content: Buffer,
): Buffer => {
  const start = afterJfif(jpeg);
  const label = Buffer.from(name, 'latin1');
  const parts = [jpeg.subarray(0, start), segment(marker, Buffer.concat([label, content]))];
  let at = start;
  // Up to the first segment that is neither APPn nor a comment: from there on it is the picture.
  while (jpeg[at] === 0xff && (((jpeg[at + 1] ?? 0) & 0xf0) === 0xe0 || jpeg[at + 1] === 0xfe)) {
    const end = at + lengthAt(jpeg, at);
    const isSame =
      jpeg[at + 1] === marker && jpeg.subarray(at + 4, at + 4 + label.length).equals(label);
    if (!isSame) parts.push(jpeg.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...parts, jpeg.subarray(at)]);
};
