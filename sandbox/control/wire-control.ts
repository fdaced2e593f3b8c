import { Journal, type JournalEntry, type Sighting } from '../core/journal.ts';
import { overlapsOf, uploadAttempts, type UploadAttempt } from '../core/upload-attempts.ts';
import type { PictureKind } from '../world-types.ts';

export type { JournalEntry, Sighting, UploadAttempt };

export interface WhichUploads {
  /** A handle, without its `@`. */
  account?: string;
  kind?: PictureKind;
}

/** What went over the wire, for tests that look for secrets or for two uploads at once. */
export class WireControl {
  readonly journal = new Journal();

  /** Every request to any host but the controls, oldest first, those under way included. */
  requests(): JournalEntry[] {
    return this.journal.all();
  }

  /**
   * Where a text of eight letters or more was seen outside of the Authorization header: in a path, query,
   * other header or body, as it is, percent-encoded, or inside of something in base64.
   */
  sightings(text: string): Sighting[] {
    return this.journal.sightings(text);
  }

  /** Throws when one of the texts was seen; names the place, not the text. */
  assertUnseen(texts: Iterable<string>): void {
    const seen = [...texts].flatMap((text, index) =>
      this.sightings(text).map(
        ({ entry, place }) => `no. ${index}: ${entry.method} ${entry.host}${entry.path}, ${place}`,
      ),
    );
    if (seen.length > 0) throw new Error(`Seen outside of Authorization:\n${seen.join('\n')}`);
  }

  /** Every request that meant to set a picture, accepted or not, with when it began and ended. */
  uploads(which: WhichUploads = {}): UploadAttempt[] {
    return uploadAttempts(this.journal.all()).filter(
      (one) =>
        (which.account === undefined || one.account === which.account) &&
        (which.kind === undefined || one.kind === which.kind),
    );
  }

  /** Pairs of uploads of one account, to one server, that were under way at the same time. */
  overlaps(which: WhichUploads = {}): [earlier: UploadAttempt, later: UploadAttempt][] {
    return overlapsOf(this.uploads(which));
  }

  assertNoOverlaps(): void {
    const found = this.overlaps();
    if (found.length === 0) return;
    const lines = found.map(([earlier, later]) => {
      const afterMs = Math.round(later.startedAtMs - earlier.startedAtMs);
      return `@${earlier.account}: ${later.kind}, ${afterMs} ms into ${earlier.kind}`;
    });
    throw new Error(`Uploads of one account at the same time:\n${lines.join('\n')}`);
  }
}
