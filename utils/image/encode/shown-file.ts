const headerBytes = 122;
/** BITMAPV4HEADER: the first that names an alpha channel (Windows GDI, 1995). */
const infoBytes = 108;
const bitfields = 3;
/** Where red, green, blue and alpha stand in a little-endian word of RGBA bytes. */
const masks = [0x0000_00ff, 0x0000_ff00, 0x00ff_0000, 0xff00_0000];
const sRgb = 0x7352_4742;

/**
 * RGBA pixels as a picture file that every browser shows, for the screen only: a header, then the bytes
 * exactly as they are, rows from the top. Nothing is converted or compressed, so it is ready at once.
 */
export const shownFile = (
  pixels: Uint8ClampedArray<ArrayBuffer>,
  widthPx: number,
  heightPx: number,
): Blob => {
  const view = new DataView(new ArrayBuffer(headerBytes));
  view.setUint16(0, 0x424d);
  view.setUint32(2, headerBytes + pixels.length, true);
  view.setUint32(10, headerBytes, true);
  view.setUint32(14, infoBytes, true);
  view.setInt32(18, widthPx, true);
  // A height below zero says that the first row is the top one.
  view.setInt32(22, -heightPx, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 32, true);
  view.setUint32(30, bitfields, true);
  view.setUint32(34, pixels.length, true);
  masks.forEach((mask, at) => view.setUint32(54 + 4 * at, mask, true));
  view.setUint32(70, sRgb, true);
  return new Blob([view, pixels], { type: 'image/bmp' });
};
