import type { ImageError } from '../domain/image-errors.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** Longer side of a drawing once it is pixels: more than any result needs. */
export const svgEdgePx = 2048;
/** A drawing larger than this is no logo but a way to keep the page busy. */
const maxSvgBytes = 5_000_000;
const decodeTimeoutMs = 5000;

/** Elements taken out. A `switch` then shows what the drawing has for viewers without web pages. */
const leftOut = new Set(['script', 'foreignobject', 'iframe', 'object', 'embed']);

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A length in CSS pixels; null for shares, other units and nonsense. */
const lengthPx = (text: string | null): number | null => {
  const match = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)(?:px)?\s*$/iu.exec(text ?? '');
  const value = Number(match?.[1]);
  return match !== null && Number.isFinite(value) && value > 0 ? value : null;
};

const viewBoxOf = (root: Element): readonly [number, number, number, number] | null => {
  const [x = NaN, y = NaN, width = NaN, height = NaN] = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const isSound = [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0;
  return isSound ? [x, y, width, height] : null;
};

/** Whole pixels with the longer side at `svgEdgePx`; a drawing that names no size is square. */
const fitted = (width: number, height: number): readonly [number, number] => {
  const scale = svgEdgePx / Math.max(width, height);
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
};

/**
 * Prepares a drawing's text to be shown: given a size in pixels, and without scripts and embedded
 * pages (which an image never runs, and which would keep its pixels from being read). Null where it is
 * no drawing. Pure but for the parser.
 */
export const readySvg = (
  text: string,
): { readonly text: string; readonly widthPx: number; readonly heightPx: number } | null => {
  const page = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = page.documentElement;
  if (root.localName !== 'svg' || root.namespaceURI !== svgNamespace) return null;
  if (page.querySelector('parsererror') !== null) return null;
  for (const element of page.querySelectorAll('*')) {
    if (leftOut.has(element.localName.toLowerCase())) element.remove();
  }
  const [width, height] = [
    lengthPx(root.getAttribute('width')),
    lengthPx(root.getAttribute('height')),
  ];
  const box = viewBoxOf(root);
  if (box === null && width !== null && height !== null) {
    root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  }
  const [, , boxWidth, boxHeight] = box ?? [0, 0, 1, 1];
  const isSized = width !== null && height !== null;
  const [widthPx, heightPx] = isSized ? fitted(width, height) : fitted(boxWidth, boxHeight);
  root.setAttribute('width', String(widthPx));
  root.setAttribute('height', String(heightPx));
  return { text: new XMLSerializer().serializeToString(page), widthPx, heightPx };
};

const draw = async (text: string, widthPx: number, heightPx: number): Promise<ImageBitmap> => {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image(widthPx, heightPx);
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    canvas.getContext('2d')?.drawImage(image, 0, 0, widthPx, heightPx);
    return canvas.transferToImageBitmap();
  } finally {
    URL.revokeObjectURL(url);
  }
};

/**
 * Turns an SVG into pixels on the page, since workers cannot: as an image, in which browsers run no
 * script and load nothing from elsewhere. Errors: `fileTooLarge`, `unreadableFile`, `decodeFailed`,
 * `timedOut`.
 */
export const rasteriseSvg = async (source: Blob): Promise<Result<ImageBitmap, ImageError>> => {
  if (source.size > maxSvgBytes) {
    return err({ kind: 'fileTooLarge', bytes: source.size, maxBytes: maxSvgBytes });
  }
  const text = await source.text().catch(() => null);
  if (text === null) return err({ kind: 'unreadableFile' });
  const ready = readySvg(text);
  if (ready === null) return err({ kind: 'decodeFailed', format: 'svg' });
  const late = new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), decodeTimeoutMs);
  });
  const drawn = draw(ready.text, ready.widthPx, ready.heightPx).catch(() => null);
  const bitmap = await Promise.race([drawn, late]);
  if (bitmap === 'late') return err({ kind: 'timedOut', afterMs: decodeTimeoutMs });
  return bitmap === null ? err({ kind: 'decodeFailed', format: 'svg' }) : ok(bitmap);
};
