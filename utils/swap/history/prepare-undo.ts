import { openPicture } from '../../image/open-picture.ts';
import { findBlob, storeForSwap } from '../../platform/blob-store.ts';
import { findHistoryEntry } from '../../platform/history-store.ts';
import { findJob } from '../../platform/job-store.ts';

const fileBefore = async (jobId: string): Promise<Blob | null> => {
  const before = (await findJob(jobId))?.before;
  const entry = before?.kind === 'saved' ? await findHistoryEntry(before.historyId) : null;
  return entry && findBlob(entry.blobKey);
};

/**
 * Makes a file that X takes of the picture before a swap, its middle square at the best quality, and
 * stores it; resolves to its key, null where that cannot be done. For pages only: it needs the image worker.
 */
export const prepareUndo = async (jobId: string): Promise<string | null> => {
  const { signal } = new AbortController();
  const file = await fileBefore(jobId);
  const opened = file && (await openPicture(file, signal));
  if (!opened?.ok) return null;
  const { facts, preview } = opened.value;
  const side = Math.min(facts.widthPx, facts.heightPx);
  const [x, y] = [(facts.widthPx - side) / 2, (facts.heightPx - side) / 2];
  const rect = { x, y, width: side, height: side };
  const prepared = await opened.value.prepare({ kind: 'avatar', rect }, signal);
  preview.close();
  opened.value.close();
  const stored = prepared.ok ? await storeForSwap(prepared.value.blob) : prepared;
  return stored.ok ? stored.value : null;
};
