/** EXIF with a single entry: orientation (tag 0x0112, a short), big-endian TIFF. */
const exifSegment = (orientation: number): Buffer => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

const isExif = (jpeg: Buffer, at: number): boolean =>
  jpeg[at + 1] === 0xe1 && jpeg.toString('latin1', at + 4, at + 8) === 'Exif';

/**
 * The same JPEG with another EXIF orientation (1 to 8), its pixels untouched. Throws for a file that
 * is no JPEG.
 */
export const withOrientation = (jpeg: Buffer, orientation: number): Buffer => {
  if (jpeg.readUInt16BE(0) !== 0xffd8) throw new Error('Not a JPEG');
  const parts = [jpeg.subarray(0, 2)];
  let at = 2;
  // JFIF wants to be first.
  if (jpeg[at + 1] === 0xe0) {
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    parts.push(jpeg.subarray(at, end));
    at = end;
  }
  parts.push(exifSegment(orientation));
  while (isExif(jpeg, at)) at += 2 + jpeg.readUInt16BE(at + 2);
  parts.push(jpeg.subarray(at));
  return Buffer.concat(parts);
};
