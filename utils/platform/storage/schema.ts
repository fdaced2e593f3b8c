import type { DBSchema, IDBPDatabase } from 'idb';
import type { Account } from '../../domain/account.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import type { ProfileDraft } from '../../domain/profile-draft.ts';
import type { SwapJob } from '../../domain/swap-job.ts';
import type { GuardRecord, SealedSecret, VaultRecord } from '../secrets/records.ts';

/** A picture on its way from a right-click to the studio; `blob` is null where it could not be had. */
export interface Handoff {
  readonly id: string;
  readonly from: string;
  readonly blob: Blob | null;
  readonly createdAtMs: number;
}

/** A file that a job or the history refers to by its key. */
export interface StoredBlob {
  readonly key: string;
  readonly blob: Blob;
  readonly createdAtMs: number;
}

/** One choice of the person; what it may hold is said by `parseSetting`. */
export interface StoredSetting {
  readonly key: string;
  readonly value: unknown;
}

/** A record that did not parse, kept apart as it was found. */
export interface SetAside {
  readonly store: string;
  readonly key: IDBValidKey;
  readonly record: unknown;
  readonly atMs: number;
}

/** All the extension keeps. It stands in the extension's own origin, which no content script can open. */
export interface FaceliftSchema extends DBSchema {
  /** Without secrets. */
  accounts: { key: string; value: Account };
  /** The four keys of each account, encrypted. */
  secrets: { key: string; value: SealedSecret };
  /** What the keys are encrypted under, and how often a passphrase was wrong. */
  vault: { key: string; value: VaultRecord | GuardRecord };
  jobs: { key: string; value: SwapJob };
  blobs: { key: string; value: StoredBlob };
  handoffs: { key: string; value: Handoff };
  history: {
    key: string;
    value: HistoryEntry;
    indexes: { createdAtMs: number; accountId: string };
  };
  /** What was typed for profiles and not saved, by account. */
  drafts: { key: string; value: ProfileDraft };
  settings: { key: string; value: StoredSetting };
  setAside: { key: number; value: SetAside };
}

export type Database = IDBPDatabase<FaceliftSchema>;
