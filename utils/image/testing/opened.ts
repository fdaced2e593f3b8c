import type { PictureKind, SourceRect } from '../../domain/picture.ts';
import { type OpenedPicture, openPicture, type Prepared } from '../open-picture.ts';
import { decodedPixels, type Pixels } from './pictures.ts';

/** A signal that never aborts. */
export const never = new AbortController().signal;

/** Opens a picture that must open. */
export const opened = async (file: Blob): Promise<OpenedPicture> => {
  const result = await openPicture(file, never);
  if (!result.ok) throw new Error(`not opened: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The largest middle part of a picture that has the target's shape. */
export const middleRect = (
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  kind: PictureKind,
): SourceRect => {
  const shape = kind === 'avatar' ? 1 : 3;
  const width = Math.min(widthPx, heightPx * shape);
  const height = width / shape;
  return { x: (widthPx - width) / 2, y: (heightPx - height) / 2, width, height };
};

/** Opens a file, prepares its middle part, closes it, and decodes the result. */
export const preparedFrom = async (
  file: Blob,
  kind: PictureKind = 'avatar',
  frame?: SourceRect,
): Promise<Prepared & { readonly pixels: Pixels }> => {
  const picture = await opened(file);
  const rect = frame ?? middleRect(picture.facts, kind);
  const result = await picture.prepare({ kind, rect }, never);
  picture.preview.close();
  picture.close();
  if (!result.ok) throw new Error(`not prepared: ${JSON.stringify(result.error)}`);
  const { pixels } = await decodedPixels(result.value.blob);
  return { ...result.value, pixels };
};

/** The colour at a place given in shares of both sides. */
export const colourAt = (
  pixels: Pixels,
  widthPx: number,
  x: number,
  y: number,
): readonly number[] => {
  const heightPx = pixels.length / 4 / widthPx;
  const at = 4 * (Math.floor(y * heightPx) * widthPx + Math.floor(x * widthPx));
  return [...pixels.subarray(at, at + 4)];
};

/** The largest difference of any two channels. */
export const furthest = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((level, at) => Math.abs(level - (b[at] ?? 0))));
