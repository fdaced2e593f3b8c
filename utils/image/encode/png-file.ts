import { filterRows } from './png-filter.ts';

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1)
    value = value & 1 ? 0xedb8_8320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffff_ffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffff_ffff) >>> 0;
};

const chunk = (type: string, content: Uint8Array): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(12 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crc32(bytes.subarray(4, 8 + content.length)));
  return bytes;
};

const compress = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const withoutAlpha = (pixels: Uint8ClampedArray): Uint8Array => {
  const bytes = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    bytes[to] = pixels[from] ?? 0;
    bytes[to + 1] = pixels[from + 1] ?? 0;
    bytes[to + 2] = pixels[from + 2] ?? 0;
  }
  return bytes;
};

const header = (widthPx: number, heightPx: number, hasAlpha: boolean): Uint8Array => {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, widthPx);
  view.setUint32(4, heightPx);
  bytes[8] = 8;
  bytes[9] = hasAlpha ? 6 : 2;
  return bytes;
};

/**
 * Encodes RGBA pixels as a PNG with nothing in it but the picture, 8 bits a channel, RGB or RGBA.
 * Written here because a canvas multiplies alpha in (which loses colours) and packs about a quarter
 * worse.
 */
export const encodePng = async (
  pixels: Uint8ClampedArray,
  widthPx: number,
  heightPx: number,
  hasAlpha: boolean,
): Promise<Uint8Array<ArrayBuffer>> => {
  const pixelBytes = hasAlpha ? 4 : 3;
  const bytes = hasAlpha ? new Uint8Array(pixels) : withoutAlpha(pixels);
  const packed = await Promise.all(
    (['adaptive', 'plain'] as const).map((mode) =>
      compress(filterRows(bytes, widthPx * pixelBytes, pixelBytes, mode)),
    ),
  );
  const [first, ...others] = packed;
  const smallest = others.reduce(
    (a, b) => (b.length < a.length ? b : a),
    first ?? new Uint8Array(),
  );
  const file = new Blob([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header(widthPx, heightPx, hasAlpha)),
    chunk('IDAT', smallest),
    chunk('IEND', new Uint8Array()),
  ]);
  return new Uint8Array(await file.arrayBuffer());
};
