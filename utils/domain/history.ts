import type { PictureKind } from './picture.ts';

/** How a picture came into the history: sent to X, kept before it was replaced, or read from a file. */
export type HistorySource = 'set' | 'saved' | 'imported';

/** A picture this browser set or saved. Its file stands in the blob store under `blobKey`. */
export interface HistoryEntry {
  readonly id: string;
  readonly accountId: string;
  readonly kind: PictureKind;
  /** The account's handle at that time: accounts go, pictures stay. */
  readonly handle?: string;
  /** Unix ms. */
  readonly createdAtMs: number;
  /** When it was last set again, Unix ms; left out where it was not. */
  readonly usedAtMs?: number;
  readonly source: HistorySource;
  /** What the person calls it. */
  readonly name?: string;
  /** Pinned pictures are never dropped for want of space. */
  readonly isPinned: boolean;
  readonly bytes: number;
  readonly mime: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly blobKey: string;
  /** SHA-256 of the file, 64 hexadecimal digits: equal files are kept once. */
  readonly sha256?: string;
  /** `<id>/<token>` under which X showed this very picture, newest last. */
  readonly pictureKeys?: readonly string[];
}
