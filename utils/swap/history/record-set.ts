import type { HistoryEntry } from '../../domain/history.ts';
import { pictureKeyOf } from '../../domain/image-urls/account-picture.ts';
import type { SwapJob } from '../../domain/swap-job.ts';
import { findBlob } from '../../platform/blob-store.ts';
import { findHistoryEntry, keepPicture, notePictureKey } from '../../platform/history-store.ts';
import { listJobs, updateJob } from '../../platform/job-store.ts';
import { measurePicture, sha256Of } from './measure-picture.ts';

const keyOf = ({ liveUrl }: SwapJob): string | null => pictureKeyOf(liveUrl ?? '');

const record = async (job: SwapJob): Promise<void> => {
  const { accountId, handle, kind, name, blobKey } = job;
  const blob = await findBlob(blobKey);
  const bytes = blob && new Uint8Array(await blob.arrayBuffer());
  const measured = bytes && measurePicture(bytes);
  if (!measured) return;
  const setEntryId = await keepPicture({
    accountId,
    handle,
    kind,
    source: 'set',
    ...(name !== undefined && { name }),
    ...measured,
    bytes: bytes.length,
    sha256: await sha256Of(bytes),
    pictureKey: keyOf(job),
    blob: blobKey,
  });
  await updateJob(job.id, (now) => ({ ...now, setEntryId }));
};

const noteKey = async (entry: HistoryEntry | null, job: SwapJob): Promise<void> => {
  const key = keyOf(job);
  if (entry && key !== null && !entry.pictureKeys?.includes(key)) {
    await notePictureKey(entry.id, key);
  }
};

const recordAll = async (): Promise<void> => {
  // Oldest first, so that the newest comes out on top.
  for (const job of (await listJobs()).toReversed()) {
    if (job.acceptedAtMs === null && job.liveUrl === null) continue;
    if (job.isPrivate || job.isRemoval) continue;
    if (job.setEntryId === undefined) await record(job);
    else await noteKey(await findHistoryEntry(job.setEntryId), job);
  }
};

let running: Promise<void> = Promise.resolve();

/**
 * Puts into the history every picture that X accepted and that is not there yet, and notes under which
 * key X shows it. Goes by the jobs, so that a worker stopped in between loses none; safe to call at any
 * time. Never rejects: a full disk must not stop a swap.
 */
export const recordSetPictures = (): Promise<void> => {
  running = running.then(recordAll).catch(() => undefined);
  return running;
};
