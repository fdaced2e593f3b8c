import type { StoreNames } from 'idb';
import { parseAccount, parseHistoryEntry, parseSwapJob } from '../../domain/parse-records.ts';
import { parseProfileDraft } from '../../domain/profile-draft.ts';
import { type Check, isCount, isText, orNull, parserOf } from '../../domain/record-shape.ts';
import { parseSealedSecret, parseVaultRecord } from '../secrets/records.ts';
import type { FaceliftSchema, Handoff, StoredBlob, StoredSetting } from './schema.ts';

/** Stores whose records are parsed whenever they are read. */
export type ParsedStore = Exclude<StoreNames<FaceliftSchema>, 'setAside'>;

export type RecordOf<S extends ParsedStore> = FaceliftSchema[S]['value'];

const isBlob: Check = (value) => value instanceof Blob;
const isAnything: Check = () => true;

/** What a record of each store must be; null says that it is broken. */
export const parsers: { readonly [S in ParsedStore]: (value: unknown) => RecordOf<S> | null } = {
  accounts: parseAccount,
  secrets: parseSealedSecret,
  vault: parseVaultRecord,
  jobs: parseSwapJob,
  history: parseHistoryEntry,
  drafts: parseProfileDraft,
  blobs: parserOf<StoredBlob>({ key: isText, blob: isBlob, createdAtMs: isCount }),
  handoffs: parserOf<Handoff>({
    id: isText,
    from: isText,
    blob: orNull(isBlob),
    createdAtMs: isCount,
  }),
  settings: parserOf<StoredSetting>({ key: isText, value: isAnything }),
};
