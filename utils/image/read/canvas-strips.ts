import type { StripReader } from './strip-reader.ts';

/** Reads through a canvas, as every browser can. Columns and rows in pixels of the bitmap. */
export const canvasStrips = (
  bitmap: ImageBitmap,
  columns: { readonly left: number; readonly width: number },
  maxRows: number,
  hasAlpha: boolean,
): StripReader => {
  const { left, width } = columns;
  const canvas = new OffscreenCanvas(width, maxRows);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: hasAlpha });
  if (context === null) throw new Error('no 2d context');
  context.globalCompositeOperation = 'copy';
  return {
    isBlueFirst: false,
    async read(top, rows) {
      context.drawImage(bitmap, left, top, width, rows, 0, 0, width, rows);
      return context.getImageData(0, 0, width, rows).data;
    },
    close() {
      canvas.width = 0;
    },
  };
};
