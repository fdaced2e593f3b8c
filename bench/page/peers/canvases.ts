import type { Rect } from '../../reference/lanczos.ts';

export interface Target {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const createCanvas = (widthPx: number, heightPx: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  return canvas;
};

export const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  return context;
};

/** The wanted part on a canvas of its own, unscaled: what cropping tools hand on. */
export const cropped = (bitmap: ImageBitmap, rect: Rect): HTMLCanvasElement => {
  const canvas = createCanvas(rect.width, rect.height);
  const { x, y, width, height } = rect;
  contextOf(canvas).drawImage(bitmap, x, y, width, height, 0, 0, width, height);
  return canvas;
};

/** JPEG at the browser's own quality (0.92), or PNG where the source was one and may be see-through. */
export const encoded = (canvas: HTMLCanvasElement, source: Blob): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const mime = source.type === 'image/png' ? 'image/png' : 'image/jpeg';
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('toBlob gave nothing'))),
      mime,
    );
  });

/** The canvas's pixels, read only when somebody asks. */
export const pixelsOf = (canvas: HTMLCanvasElement) => (): Uint8ClampedArray =>
  contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height).data;
