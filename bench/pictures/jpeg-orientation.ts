import { withSegment } from './jpeg-segments.ts';

/**
 * The same JPEG with another EXIF orientation (1 to 8) and nothing else in its EXIF, its pixels
 * untouched. Throws for a file that is no JPEG.
 */
export const withOrientation = (jpeg: Buffer, orientation: number): Buffer => {
  // A single entry: orientation (tag 0x0112, a short), big-endian TIFF.
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return withSegment(jpeg, 0xe1, 'Exif\0\0', tiff);
};
