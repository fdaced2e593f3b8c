import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

export type Format = 'png' | 'jpeg' | 'gif' | 'webp';

/** A one-coloured picture. */
export function plainImage(
  widthPx: number,
  heightPx: number,
  format: Format = 'png',
  background = '#336699',
): Promise<Buffer> {
  const blank = sharp({ create: { width: widthPx, height: heightPx, channels: 3, background } });
  return blank.toFormat(format).toBuffer();
}

/** A PNG that cannot be compressed: about 3 bytes a pixel. */
export function noiseImage(widthPx: number, heightPx: number): Promise<Buffer> {
  const raw = { width: widthPx, height: heightPx, channels: 3 as const };
  return sharp(randomBytes(widthPx * heightPx * 3), { raw })
    .png()
    .toBuffer();
}

/** A PNG of exactly so many bytes: a picture with an ignored chunk of padding. */
export async function imageOfBytes(totalBytes: number): Promise<Buffer> {
  const png = await plainImage(400, 400);
  const end = png.subarray(-12);
  const padding = Buffer.alloc(totalBytes - png.length - 12);
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('paDd'), padding, Buffer.alloc(4)]);
  chunk.writeUInt32BE(padding.length, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return Buffer.concat([png.subarray(0, -12), chunk, end]);
}

/** Two frames, red then blue. */
export async function animatedGif(): Promise<Buffer> {
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((color) => plainImage(60, 60, 'png', color)),
  );
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
}

/** Red, green and blue of the pixel at a place, 0..255. */
export async function pixelAt(bytes: Uint8Array, leftPx: number, topPx: number): Promise<number[]> {
  const { data } = await sharp(bytes)
    .extract({ left: leftPx, top: topPx, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
}
