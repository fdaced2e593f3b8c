import type { PictureKind } from './picture.ts';

/** How a picture came into the history: sent to X, kept before it was replaced, or read from a file. */
export type HistorySource = 'set' | 'saved' | 'imported';

/** A picture this browser set or saved. Its file stands in the blob store under `blobKey`. */
export interface HistoryEntry {
  readonly id: string;
  readonly accountId: string;
  readonly kind: PictureKind;
  /** Unix ms. */
  readonly createdAtMs: number;
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
}
