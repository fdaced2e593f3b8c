import { isOpenable } from '../../domain/history-archive.ts';
import { isCutOff } from '../../image/sniff/cut-off.ts';
import { sniff } from '../../image/sniff/sniff.ts';

/** What a file is by its own bytes. Sizes in pixels, before any rotation. */
export interface MeasuredPicture {
  readonly mime: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Tells whether bytes are a whole picture that may be opened; null where they are not. Pure. */
export const measurePicture = (bytes: Uint8Array): MeasuredPicture | null => {
  const sniffed = sniff(bytes);
  if (sniffed.kind !== 'picture' || sniffed.size.kind !== 'size') return null;
  const { format, size } = sniffed;
  const { widthPx, heightPx } = size;
  if (!isOpenable(widthPx, heightPx) || isCutOff(bytes, format)) return null;
  return { mime: `image/${format}`, widthPx, heightPx };
};

/** SHA-256 of bytes, as 64 hexadecimal digits. */
export const sha256Of = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
