import type { HistoryEntry } from './history.ts';
import { avatarLimits, bannerLimits } from './limits.ts';
import type { PictureKind } from './picture.ts';

/** The largest file of another's picture that is kept, in bytes; X takes no more than 0.7 MB itself. */
export const maxSavedBytes = 20_000_000;

/** Longest name of a picture, in characters. */
export const maxNameLength = 80;

/** When a picture was last set or saved, Unix ms. */
export const shownAtMs = ({ createdAtMs, usedAtMs }: HistoryEntry): number =>
  usedAtMs ?? createdAtMs;

/** The order of the history: what was last set or saved comes first. */
export const newestFirst = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] =>
  entries.toSorted((one, other) => shownAtMs(other) - shownAtMs(one));

/** Bytes that the files of entries take; a file that several share counts once. */
export const usedBytes = (entries: readonly HistoryEntry[]): number =>
  [...new Map(entries.map(({ blobKey, bytes }) => [blobKey, bytes])).values()].reduce(
    (sum, bytes) => sum + bytes,
    0,
  );

/**
 * What has to go so that the rest fits into `limitBytes`: the oldest first, pinned ones and those named
 * in `keep` (ids) never. Empty where all fits; it may not be enough where the rest is kept.
 */
export const entriesToDrop = (
  entries: readonly HistoryEntry[],
  limitBytes: number,
  keep: ReadonlySet<string> = new Set(),
): readonly HistoryEntry[] => {
  const dropped: HistoryEntry[] = [];
  let left = newestFirst(entries);
  for (const entry of left.toReversed()) {
    if (usedBytes(left) <= limitBytes) break;
    if (entry.isPinned || keep.has(entry.id)) continue;
    dropped.push(entry);
    left = left.filter((each) => each !== entry);
  }
  return dropped;
};

interface Sought {
  readonly accountId: string;
  readonly kind: PictureKind;
}

/** An account's entry that X showed under a picture key (`<id>/<token>`); null where there is none. */
export const findByKey = (
  entries: readonly HistoryEntry[],
  { accountId, kind }: Sought,
  pictureKey: string,
): HistoryEntry | null =>
  entries.find(
    (entry) =>
      entry.accountId === accountId &&
      entry.kind === kind &&
      entry.pictureKeys?.includes(pictureKey) === true,
  ) ?? null;

/** An account's entry with the very same file, told by its SHA-256; null where there is none. */
export const findByContent = (
  entries: readonly HistoryEntry[],
  { accountId, kind }: Sought,
  sha256: string,
): HistoryEntry | null =>
  entries.find(
    (entry) => entry.accountId === accountId && entry.kind === kind && entry.sha256 === sha256,
  ) ?? null;

/** Most keys an entry remembers: every time it is set again X gives it a new one. */
const maxKeys = 20;

/** The keys with one more, the newest last. */
export const withKey = (
  keys: readonly string[] | undefined,
  pictureKey: string | null,
): readonly string[] => {
  const known = keys ?? [];
  if (pictureKey === null) return known;
  return [...known.filter((key) => key !== pictureKey), pictureKey].slice(-maxKeys);
};

/** Whether X takes a file as it is, by its MIME type and size in bytes. */
export const isSendable = ({
  kind,
  mime,
  bytes,
}: Pick<HistoryEntry, 'kind' | 'mime' | 'bytes'>): boolean => {
  const { mimes, maxUploadBytes } = kind === 'avatar' ? avatarLimits : bannerLimits;
  return (mimes as readonly string[]).includes(mime) && bytes <= maxUploadBytes;
};

// What would break a line, hide a part or turn the direction of writing.
const unfitForNames = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A name as it is kept: one line, trimmed, bounded; undefined where nothing is left. */
export const tidyName = (name: string): string | undefined => {
  const line = name.replace(unfitForNames, ' ').replace(/\s+/g, ' ').trim();
  const short = [...line].slice(0, maxNameLength).join('').trim();
  return short === '' ? undefined : short;
};
