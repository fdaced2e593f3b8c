import type { JournalEntry } from './journal.ts';
import type { PictureKind, ServerName } from '../world-types.ts';

/** One request that meant to set a picture, whatever became of it. */
export interface UploadAttempt {
  server: ServerName;
  kind: PictureKind;
  host: string;
  /** The handle it claimed to come from. */
  account: string | null;
  startedAtMs: number;
  /** null: still being worked on. */
  endedAtMs: number | null;
  /** null: no answer was sent. */
  status: number | null;
  /** The server took the picture in, whether or not it said so. */
  accepted: boolean;
}

const uploadPath = /\/account\/update_profile_(image|banner)\.json$/;

export function uploadAttempts(entries: readonly JournalEntry[]): UploadAttempt[] {
  return entries.flatMap((entry) => {
    const part = entry.method === 'POST' && uploadPath.exec(entry.path)?.[1];
    if (!part) return [];
    const { host, account, startedAtMs, endedAtMs, status } = entry;
    const kind = part === 'image' ? 'avatar' : 'banner';
    const accepted = entry.uploadBytes !== undefined;
    const server = entry.site === 'compatible' ? 'compatible' : 'x';
    return [{ server, kind, host, account, startedAtMs, endedAtMs, status, accepted }];
  });
}

/** Pairs of one account that were under way at the same time. */
export function overlapsOf(
  attempts: readonly UploadAttempt[],
): [earlier: UploadAttempt, later: UploadAttempt][] {
  return attempts.flatMap((earlier, index) =>
    attempts
      .slice(index + 1)
      .filter(
        (later) =>
          later.account === earlier.account &&
          later.server === earlier.server &&
          later.startedAtMs < (earlier.endedAtMs ?? Infinity),
      )
      .map((later): [UploadAttempt, UploadAttempt] => [earlier, later]),
  );
}
