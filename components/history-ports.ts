import type { ImportProblem, ImportReport } from '../utils/domain/history-archive.ts';
import type { HistoryEntry } from '../utils/domain/history.ts';
import type { PictureKind } from '../utils/domain/picture.ts';
import type { Result } from '../utils/domain/result.ts';
import type { StartProblem } from '../utils/domain/start-problem.ts';
import type { UndoProblem } from '../utils/domain/undo-offer.ts';

/** The pictures this browser set or saved, and what can be done with them. */
export interface HistoryPorts {
  /** Whether this page belongs to a private window: nothing is kept from there. */
  isPrivate(): Promise<boolean>;
  /** Calls back at once, newest first, and again whenever they change; returns how to stop. */
  watch(listener: (entries: readonly HistoryEntry[]) => void): () => void;
  /** A picture's file; null where it is gone. */
  picture(entry: HistoryEntry): Promise<Blob | null>;
  rename(id: string, name: string): Promise<void>;
  pin(id: string, isPinned: boolean): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** The space limit in bytes, one of `historyLimitChoices`. */
  limitBytes(): Promise<number>;
  setLimit(bytes: number): Promise<void>;
  /** Sends a picture's very file; resolves to the job's id. */
  useAsIs(request: {
    readonly entry: HistoryEntry;
    readonly accountId: string;
    readonly kind: PictureKind;
  }): Promise<Result<string, StartProblem>>;
  /** Brings back the picture before a swap; resolves to the new job's id. */
  undo(jobId: string): Promise<Result<string, UndoProblem>>;
  exportAll(): Promise<Blob>;
  importFrom(file: Blob): Promise<Result<ImportReport, ImportProblem>>;
}
