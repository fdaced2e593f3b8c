import { readFile } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { avatarLimits, bannerLimits } from '../utils/domain/limits.ts';
import type { Kind } from './reference/centre-crop.ts';

/** What a made file is, read from its own bytes, and the first thing wrong with it. */
export interface CheckedOutput {
  readonly wrong: string | null;
  readonly bytes: number;
  readonly mime: string | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

const maxBytes = {
  avatar: avatarLimits.maxUploadBytes,
  banner: bannerLimits.maxUploadBytes,
} as const;

const mimes: Readonly<Record<string, string>> = { jpeg: 'image/jpeg', png: 'image/png' };

const firstWrong = (
  metadata: Metadata,
  bytes: number,
  kind: Kind,
  size: { readonly widthPx: number; readonly heightPx: number },
): string | null => {
  const { format, width, height, exif, icc, xmp, iptc, orientation } = metadata;
  if (!mimes[format]) return `format ${format}`;
  if (width !== size.widthPx || height !== size.heightPx) return `${width}x${height}`;
  if (bytes > maxBytes[kind]) return `${bytes} bytes`;
  if (exif || xmp || iptc || icc || orientation !== undefined) return 'metadata left in it';
  return null;
};

/** Checks a made file the way X would meet it: by another decoder, on its bytes, every pixel decoded. */
export const verifyOutput = async (
  file: string,
  kind: Kind,
  size: { readonly widthPx: number; readonly heightPx: number },
): Promise<CheckedOutput> => {
  const content = await readFile(file);
  const bytes = content.length;
  try {
    const metadata = await sharp(content).metadata();
    await sharp(content, { failOn: 'warning' }).raw().toBuffer();
    const mime = mimes[metadata.format] ?? null;
    const wrong = firstWrong(metadata, bytes, kind, size);
    return { wrong, bytes, mime, widthPx: metadata.width, heightPx: metadata.height };
  } catch (error) {
    const wrong = error instanceof Error ? error.message : 'cannot be decoded';
    return { wrong, bytes, mime: null, widthPx: null, heightPx: null };
  }
};
