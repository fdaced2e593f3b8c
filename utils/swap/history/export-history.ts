import {
  archived,
  archiveFormat,
  archiveVersion,
  type ArchivedPicture,
  type ArchiveManifest,
} from '../../domain/history-archive.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import { shownAtMs } from '../../domain/history-rules.ts';
import { findBlob } from '../../platform/blob-store.ts';
import { listHistory } from '../../platform/history-store.ts';
import { fileNames, manifestName } from './archive-names.ts';
import { sha256Of } from './measure-picture.ts';
import { createZipWriter } from './zip-write.ts';

const bytesOf = async ({ blobKey }: HistoryEntry): Promise<Uint8Array<ArrayBuffer> | null> => {
  const blob = await findBlob(blobKey);
  return blob && new Uint8Array(await blob.arrayBuffer());
};

/**
 * The whole history as one zip: a manifest and the pictures, each a file of its own. Holds no keys, no
 * tokens and no settings. `nowMs` is Unix time. Pictures whose file is gone are left out.
 */
export const exportHistory = async (nowMs: number): Promise<Blob> => {
  const entries = await listHistory();
  const names = fileNames(entries);
  const zip = createZipWriter();
  const pictures: ArchivedPicture[] = [];
  for (const [index, entry] of entries.entries()) {
    const bytes = await bytesOf(entry);
    const name = names[index];
    if (!bytes || name === undefined) continue;
    zip.add(name, bytes, shownAtMs(entry));
    pictures.push(archived({ ...entry, bytes: bytes.length }, name, await sha256Of(bytes)));
  }
  const manifest: ArchiveManifest = {
    format: archiveFormat,
    version: archiveVersion,
    exportedAtMs: nowMs,
    pictures,
  };
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  zip.add(manifestName, text, nowMs);
  return zip.end();
};
