import sharp from 'sharp';
import { withSegment } from './jpeg-segments.ts';

/** The Display P3 profile that libvips carries, as ICC bytes. */
const displayP3 = async (): Promise<Buffer> => {
  const pixel = { width: 1, height: 1, channels: 3 as const, background: '#808080' };
  const jpeg = await sharp({ create: pixel }).withIccProfile('p3').jpeg().toBuffer();
  const { icc } = await sharp(jpeg).metadata();
  if (!icc) throw new Error('libvips wrote no profile');
  return icc;
};

/**
 * The same JPEG with its levels declared Display P3 instead of sRGB, its pixels untouched: whatever
 * was vivid then lies outside sRGB. Throws for a file that is no JPEG.
 */
export const asDisplayP3 = async (jpeg: Buffer): Promise<Buffer> =>
  withSegment(jpeg, 0xe2, 'ICC_PROFILE\0', Buffer.concat([Buffer.from([1, 1]), await displayP3()]));
