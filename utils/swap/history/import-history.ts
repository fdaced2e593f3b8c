import {
  archiveLimits,
  readManifest,
  type ArchivedPicture,
  type ImportProblem,
  type ImportReport,
  type ReadManifest,
  type RefusedWhy,
} from '../../domain/history-archive.ts';
import { maxSavedBytes, usedBytes } from '../../domain/history-rules.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { listHistory, putPictures } from '../../platform/history-store.ts';
import { readSetting } from '../../platform/settings-store.ts';
import { manifestName } from './archive-names.ts';
import { measurePicture, sha256Of } from './measure-picture.ts';
import { readZipDirectory, readZipEntry, type ZipEntry } from './zip-read.ts';

type Picture = { readonly entry: HistoryEntry; readonly blob: Blob };

/** A file that is being read: its directory by name; null where a name stands there twice. */
interface Archive {
  readonly file: Blob;
  readonly byName: ReadonlyMap<string, ZipEntry | null>;
}

const total = (sizes: readonly { readonly bytes: number }[]): number =>
  sizes.reduce((sum, { bytes }) => sum + bytes, 0);

const openArchive = async (file: Blob): Promise<Result<Archive, ImportProblem>> => {
  const { maxFileBytes, maxEntries } = archiveLimits;
  if (file.size > maxFileBytes) return err({ kind: 'tooLarge' });
  // One more for the manifest itself.
  const directory = await readZipDirectory(file, maxEntries + 1);
  if (!directory.ok) return err({ kind: directory.error });
  if (total(directory.value) > maxFileBytes) return err({ kind: 'tooLarge' });
  const byName = new Map<string, ZipEntry | null>();
  for (const entry of directory.value) {
    byName.set(entry.name, byName.has(entry.name) ? null : entry);
  }
  return ok({ file, byName });
};

const manifestOf = async ({
  file,
  byName,
}: Archive): Promise<Result<ReadManifest, ImportProblem>> => {
  const entry = byName.get(manifestName);
  if (!entry || entry.bytes > archiveLimits.maxManifestBytes) return err({ kind: 'notHistory' });
  const bytes = await readZipEntry(file, entry);
  if (!bytes) return err({ kind: 'notHistory' });
  const manifest = readManifest(new TextDecoder().decode(bytes));
  // Many records may name one file: what they add up to is bounded, too.
  const isOver = manifest.ok && total(manifest.value.pictures) > archiveLimits.maxFileBytes;
  return isOver ? err({ kind: 'tooLarge' }) : manifest;
};

/** One picture of the archive, proved on its bytes, or why it is not taken. */
const readPicture = async (
  { file, byName }: Archive,
  { file: path, sha256, bytes: saidBytes, ...picture }: ArchivedPicture,
): Promise<Picture | RefusedWhy> => {
  const found = byName.get(path.replace(/^.*[/\\]/s, ''));
  if (found === undefined) return 'missing';
  if (found === null) return 'ambiguous';
  if (found.bytes > maxSavedBytes) return 'tooLarge';
  const bytes = found.bytes === saidBytes ? await readZipEntry(file, found) : null;
  if (!bytes || (await sha256Of(bytes)) !== sha256) return 'damaged';
  const measured = measurePicture(bytes);
  if (!measured) return 'notAPicture';
  const [id, blobKey] = [crypto.randomUUID(), crypto.randomUUID()];
  const entry = { ...picture, ...measured, id, blobKey, sha256, bytes: bytes.length };
  return {
    entry,
    blob: new Blob([bytes], { type: measured.mime }),
  };
};

/** Where there is no room for all, pinned pictures come first, then the newest. */
const byWorth = (one: ArchivedPicture, other: ArchivedPicture): number =>
  Number(other.isPinned) - Number(one.isPinned) ||
  (other.usedAtMs ?? other.createdAtMs) - (one.usedAtMs ?? one.createdAtMs);

/** Files of one transaction: enough to be quick, few enough to be held in memory. */
const batchBytes = 16_000_000;

/** Equal for two pictures that are one and the same. */
const contentOf = ({
  accountId,
  kind,
  sha256,
}: Pick<HistoryEntry, 'accountId' | 'kind' | 'sha256'>): string => `${accountId} ${kind} ${sha256}`;

/** What is written down so far, and what waits for the next transaction. */
class Taking {
  readonly refused: { readonly file: string; readonly why: RefusedWhy }[] = [];
  taken = 0;
  known = 0;
  private readonly contents: Set<string>;
  private freeBytes: number;
  private waiting: Picture[] = [];

  constructor(entries: readonly HistoryEntry[], limitBytes: number) {
    this.contents = new Set(entries.map(contentOf));
    this.freeBytes = limitBytes - usedBytes(entries);
  }

  isKnown(picture: ArchivedPicture): boolean {
    return this.contents.has(contentOf(picture));
  }

  hasRoomFor({ bytes }: ArchivedPicture): boolean {
    return bytes <= this.freeBytes;
  }

  async take(picture: Picture): Promise<void> {
    this.contents.add(contentOf(picture.entry));
    this.freeBytes -= picture.entry.bytes;
    this.waiting.push(picture);
    if (total(this.waiting.map(({ entry }) => entry)) >= batchBytes) await this.write();
  }

  async write(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    await putPictures(batch);
    this.taken += batch.length;
  }
}

const takeAll = async (archive: Archive, manifest: ReadManifest): Promise<ImportReport> => {
  const [entries, limitBytes] = await Promise.all([
    listHistory(),
    readSetting('historyLimitBytes'),
  ]);
  const taking = new Taking(entries, limitBytes);
  const { refused } = taking;
  for (const file of manifest.bad) refused.push({ file, why: 'badRecord' });
  for (const picture of manifest.pictures.toSorted(byWorth)) {
    const { file } = picture;
    if (taking.isKnown(picture)) taking.known += 1;
    else if (!taking.hasRoomFor(picture)) refused.push({ file, why: 'noRoom' });
    else {
      const read = await readPicture(archive, picture);
      if (typeof read === 'string') refused.push({ file, why: read });
      else await taking.take(read);
    }
  }
  await taking.write();
  const { taken, known } = taking;
  return { taken, known, refused };
};

/**
 * Merges the pictures of an exported file into the history. Everything is checked before it is written:
 * sizes and counts before anything is unpacked, records strictly, each picture by its hash and by what
 * its bytes are. Nothing that is there is changed or dropped: what has no room is refused. Errors: any
 * `ImportProblem`.
 */
export const importHistory = async (file: Blob): Promise<Result<ImportReport, ImportProblem>> => {
  const archive = await openArchive(file);
  if (!archive.ok) return archive;
  const manifest = await manifestOf(archive.value);
  if (!manifest.ok) return manifest;
  try {
    return ok(await takeAll(archive.value, manifest.value));
  } catch {
    return err({ kind: 'notStored' });
  }
};
