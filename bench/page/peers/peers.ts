import resize from '@jsquash/resize';
import imageCompression from 'browser-image-compression';
import Compressor from 'compressorjs';
import { Pica } from 'pica';
import { centreCrop, type Kind, sizes } from '../../reference/centre-crop.ts';
import type { Outcome } from '../measure-run.ts';
import type { Candidate } from '../page-api.ts';
import { contextOf, createCanvas, cropped, encoded, pixelsOf } from './canvases.ts';

type Make = (source: Blob, kind: Kind) => Promise<Outcome>;

const decode = async (source: Blob, kind: Kind) => {
  const bitmap = await createImageBitmap(source);
  const rect = centreCrop({ widthPx: bitmap.width, heightPx: bitmap.height }, kind);
  return { bitmap, rect, size: sizes[kind] };
};

/** As cropping tutorials do: crop, JPEG at 0.92, then hand the file over to be made small. */
const byImageCompression: Make = async (source, kind) => {
  const { bitmap, rect, size } = await decode(source, kind);
  const crop = await encoded(cropped(bitmap, rect), source);
  bitmap.close();
  const blob = await imageCompression(new File([crop], 'crop', { type: crop.type }), {
    maxWidthOrHeight: size.widthPx,
    maxSizeMB: kind === 'avatar' ? 0.7 : 5,
    useWebWorker: true,
  });
  return { blob };
};

const byCanvas: Make = async (source, kind) => {
  const { bitmap, rect, size } = await decode(source, kind);
  const canvas = createCanvas(size.widthPx, size.heightPx);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  const { x, y, width, height } = rect;
  context.drawImage(bitmap, x, y, width, height, 0, 0, size.widthPx, size.heightPx);
  bitmap.close();
  return { blob: await encoded(canvas, source), pixels: pixelsOf(canvas) };
};

const pica = new Pica();

const byPica =
  (options: object): Make =>
  async (source, kind) => {
    const { bitmap, rect, size } = await decode(source, kind);
    const canvas = createCanvas(size.widthPx, size.heightPx);
    await pica.resize(cropped(bitmap, rect), canvas, options);
    bitmap.close();
    return { blob: await encoded(canvas, source), pixels: pixelsOf(canvas) };
  };

/** Decodes, crops, scales and encodes by itself. */
const byCompressor: Make = (source, kind) =>
  new Promise((resolve, reject) => {
    const { widthPx, heightPx } = sizes[kind];
    new Compressor(source, {
      width: widthPx,
      height: heightPx,
      resize: 'cover',
      success: (blob) => resolve({ blob }),
      error: reject,
    });
  });

const byJsquash: Make = async (source, kind) => {
  const { bitmap, rect, size } = await decode(source, kind);
  const crop = cropped(bitmap, rect);
  bitmap.close();
  const pixels = contextOf(crop).getImageData(0, 0, rect.width, rect.height);
  const options = {
    method: 'lanczos3',
    fitMethod: 'stretch',
    premultiply: true,
    linearRGB: true,
  } as const;
  const { widthPx: width, heightPx: height } = size;
  const reduced = await resize(pixels, { width, height, ...options });
  const canvas = createCanvas(width, height);
  contextOf(canvas).putImageData(reduced, 0, 0);
  return { blob: await encoded(canvas, source), pixels: () => reduced.data };
};

const decodeOnly: Make = async (source) => {
  const bitmap = await createImageBitmap(source);
  bitmap.close();
  return { blob: null };
};

/** Every way but ours, each on the page's own thread as its documentation shows it. */
export const peers: Readonly<Record<Exclude<Candidate, 'ours'>, Make>> = {
  'browser-image-compression': byImageCompression,
  'canvas-high': byCanvas,
  'pica-default': byPica({}),
  'pica-lanczos3': byPica({ filter: 'lanczos3' }),
  compressorjs: byCompressor,
  'jsquash-linear': byJsquash,
  'decode-only': decodeOnly,
};
