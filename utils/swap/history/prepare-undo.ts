import { createCrop, fit, toSourceRect } from '../../domain/crop.ts';
import { exactSizes } from '../../domain/larger-sizes.ts';
import type { SavedBefore } from '../../domain/saved-before.ts';
import { openPicture } from '../../image/open-picture.ts';
import { findBlob, storeForSwap } from '../../platform/blob-store.ts';
import { findHistoryEntry } from '../../platform/history-store.ts';
import { findJob } from '../../platform/job-store.ts';

const fileBefore = async (before: SavedBefore | undefined): Promise<Blob | null> => {
  const entry = before?.kind === 'saved' ? await findHistoryEntry(before.historyId) : null;
  return entry && findBlob(entry.blobKey);
};

/**
 * Makes a file that X takes of the picture before a swap, its middle at the best quality, and
 * stores it; resolves to its key, null where that cannot be done. For pages only: it needs the image worker.
 */
export const prepareUndo = async (jobId: string): Promise<string | null> => {
  const { signal } = new AbortController();
  const job = await findJob(jobId);
  const file = job && (await fileBefore(job.before));
  const opened = file && (await openPicture(file, signal));
  if (!job || !opened?.ok) return null;
  const { facts, preview } = opened.value;
  const exact = exactSizes[job.kind];
  const crop = createCrop(facts, exact.widthPx / exact.heightPx, exact.widthPx);
  const rect = toSourceRect(crop, fit(crop));
  const prepared = await opened.value.prepare({ kind: job.kind, rect }, signal);
  preview.close();
  opened.value.close();
  const stored = prepared.ok ? await storeForSwap(prepared.value.blob) : prepared;
  return stored.ok ? stored.value : null;
};
