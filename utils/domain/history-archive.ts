import type { HistoryEntry, HistorySource } from './history.ts';
import { maxNameLength, maxSavedBytes, tidyName } from './history-rules.ts';
import { sourceLimits } from './limits.ts';
import type { PictureKind } from './picture.ts';
import {
  type Check,
  isCount,
  isFlag,
  isOneOf,
  isText,
  optional,
  parserOf,
} from './record-shape.ts';
import { err, ok, type Result } from './result.ts';

/** Says what a manifest is of; anything else in its place is refused. */
export const archiveFormat = 'facelift-history';
/** The newest version of the manifest that is written and read. */
export const archiveVersion = 1;

/** Bounds of what is read; checked before anything is unpacked. */
export const archiveLimits = {
  /** A history of the largest size that can be chosen, with room for the directory. */
  maxFileBytes: 1_200_000_000,
  maxEntries: 20_000,
  maxManifestBytes: 20_000_000,
} as const;

/** One picture in a manifest. `file` is the name of its file in the archive. No secrets, no tokens. */
export interface ArchivedPicture {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly accountId: string;
  readonly handle?: string;
  readonly kind: PictureKind;
  readonly source: HistorySource;
  readonly createdAtMs: number;
  readonly usedAtMs?: number;
  readonly name?: string;
  readonly isPinned: boolean;
}

export interface ArchiveManifest {
  readonly format: typeof archiveFormat;
  readonly version: number;
  readonly exportedAtMs: number;
  readonly pictures: readonly ArchivedPicture[];
}

/** Why a file as a whole is not taken. */
export type ImportProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'notZip' }
  | { readonly kind: 'tooManyFiles' }
  | { readonly kind: 'notHistory' }
  | { readonly kind: 'newerVersion'; readonly version: number }
  | { readonly kind: 'notStored' };

/** Why one picture of a file is not taken. */
export type RefusedWhy =
  | 'badRecord'
  | 'missing'
  | 'ambiguous'
  | 'tooLarge'
  | 'damaged'
  | 'notAPicture'
  | 'noRoom';

/** What came of a file. `known` were in the history already. */
export interface ImportReport {
  readonly taken: number;
  readonly known: number;
  readonly refused: readonly { readonly file: string; readonly why: RefusedWhy }[];
}

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

// After the year 9999 no browser writes dates as people do.
const isTime: Check = (value) => isCount(value) && (value as number) < 253_402_300_800_000;
const isBytes: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= maxSavedBytes;

const kinds: Record<PictureKind, true> = { avatar: true, banner: true };
const sources: Record<HistorySource, true> = { set: true, saved: true, imported: true };

/** X's ids are digits; other servers' may be words. */
const isId = matches(/^[A-Za-z0-9_-]{1,64}$/);

const parsePicture = parserOf<ArchivedPicture>({
  file: matches(/^[^\0]{1,400}$/),
  sha256: matches(/^[0-9a-f]{64}$/),
  bytes: isBytes,
  accountId: isId,
  handle: optional(matches(/^[A-Za-z0-9_]{1,64}$/)),
  kind: isOneOf(kinds),
  source: isOneOf(sources),
  createdAtMs: isTime,
  usedAtMs: optional(isTime),
  name: optional((value) => isText(value) && (value as string).length <= 4 * maxNameLength),
  isPinned: isFlag,
});

const named = ({ name, ...picture }: ArchivedPicture): ArchivedPicture => {
  const tidy = tidyName(name ?? '');
  return tidy === undefined ? picture : { ...picture, name: tidy };
};

const fileOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string'
    ? (tidyName(value.file) ?? '')
    : '';

/** The pictures of a manifest's text, and those whose record makes no sense, by the name of their file. */
export interface ReadManifest {
  readonly pictures: readonly ArchivedPicture[];
  readonly bad: readonly string[];
}

const bodyOf = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
};

/** Reads a manifest strictly. Errors: `notHistory`, `newerVersion`, `tooManyFiles`. */
export const readManifest = (text: string): Result<ReadManifest, ImportProblem> => {
  const { format, version, pictures } = bodyOf(text);
  if (format !== archiveFormat || !isCount(version)) return err({ kind: 'notHistory' });
  if (version !== archiveVersion) return err({ kind: 'newerVersion', version: version as number });
  if (!Array.isArray(pictures)) return err({ kind: 'notHistory' });
  if (pictures.length > archiveLimits.maxEntries) return err({ kind: 'tooManyFiles' });
  const good: ArchivedPicture[] = [];
  const bad: string[] = [];
  for (const each of pictures as readonly unknown[]) {
    const picture = parsePicture(each);
    if (picture) good.push(named(picture));
    else bad.push(fileOf(each));
  }
  return ok({ pictures: good, bad });
};

/** An entry as the manifest has it. */
export const archived = (
  { accountId, handle, kind, source, createdAtMs, usedAtMs, name, isPinned, bytes }: HistoryEntry,
  file: string,
  sha256: string,
): ArchivedPicture => ({
  file,
  sha256,
  bytes,
  accountId,
  ...(handle !== undefined && { handle }),
  kind,
  source,
  createdAtMs,
  ...(usedAtMs !== undefined && { usedAtMs }),
  ...(name !== undefined && { name }),
  isPinned,
});

/** Whether a picture's measured size is one that may be opened. In pixels. */
export const isOpenable = (widthPx: number, heightPx: number): boolean =>
  Math.max(widthPx, heightPx) <= sourceLimits.maxEdgePx &&
  widthPx * heightPx <= sourceLimits.maxPixels;
