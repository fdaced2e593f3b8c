import { titleOf } from '../../utils/domain/history-texts.ts';
import type { HistoryEntry } from '../../utils/domain/history.ts';

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg' };

const endingOf = (mime: string): string => endings[mime] ?? mime.replace('image/', '');

/** What a picture's file is called: its own name, with the ending its bytes call for. */
export const fileNameOf = (entry: HistoryEntry): string => {
  const stem = titleOf(entry).replace(/\.(?:jpe?g|png|gif|webp|avif|bmp|svg)$/i, '');
  return `${stem}.${endingOf(entry.mime)}`;
};

/** A stored picture as a file of its name, as if the person had chosen it. */
export const asFile = (blob: Blob, entry: HistoryEntry): File =>
  new File([blob], fileNameOf(entry), { type: entry.mime });
