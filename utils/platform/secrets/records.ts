import { isCount, isText, parserOf, type Check } from '../../domain/record-shape.ts';

/** Bytes under AES-GCM with the 96-bit IV they were sealed with. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How a passphrase becomes a key. Stored beside what it opens, so that the work can rise later. */
export interface KdfParameters {
  readonly name: 'argon2id';
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** The four keys of an account as they are stored. `version` says how they were sealed. */
export interface SealedSecret {
  readonly accountId: string;
  readonly version: 1;
  /** The data key they are sealed under. */
  readonly keyId: string;
  readonly sealed: Sealed;
}

/** The data key itself, which the browser uses but never hands out. */
export interface ProfileVault {
  readonly id: 'vault';
  readonly version: 1;
  readonly protection: 'profile';
  readonly keyId: string;
  readonly key: CryptoKey;
}

/** The data key, sealed under a key that only the passphrase leads to. */
export interface PassphraseVault {
  readonly id: 'vault';
  readonly version: 1;
  readonly protection: 'passphrase';
  readonly keyId: string;
  readonly kdf: KdfParameters;
  readonly wrapped: Sealed;
}

export type VaultRecord = ProfileVault | PassphraseVault;

/** Wrong passphrases since the last right one. */
export interface GuardRecord {
  readonly id: 'guard';
  readonly failures: number;
  readonly lastFailureAtMs: number;
}

const is =
  (wanted: unknown): Check =>
  (value) =>
    value === wanted;

// Not `instanceof`: bytes from another realm (a database in a test, a worker) are bytes all the same.
const isBytes: Check = (value) => ArrayBuffer.isView(value);

const parseBytes = parserOf<Sealed>({ iv: isBytes, bytes: isBytes });
const isSealed: Check = (value) => parseBytes(value) !== null;

const isCryptoKey: Check = (value) =>
  Object.prototype.toString.call(value) === '[object CryptoKey]';

/** More work than this was never asked for by us: a damaged record must not stop the browser. */
const most = { memoryKib: 1_048_576, passes: 100, lanes: 16 } as const;

const isUpTo =
  (limit: number): Check =>
  (value) =>
    isCount(value) && Number(value) >= 1 && Number(value) <= limit;

const parseKdf = parserOf<KdfParameters>({
  name: is('argon2id'),
  memoryKib: isUpTo(most.memoryKib),
  passes: isUpTo(most.passes),
  lanes: isUpTo(most.lanes),
  salt: isBytes,
});
const isKdf: Check = (value) => parseKdf(value) !== null;

/** A sealed secret; null unless it is one. */
export const parseSealedSecret = parserOf<SealedSecret>({
  accountId: isText,
  version: is(1),
  keyId: isText,
  sealed: isSealed,
});

const parseProfileVault = parserOf<ProfileVault>({
  id: is('vault'),
  version: is(1),
  protection: is('profile'),
  keyId: isText,
  key: isCryptoKey,
});

const parsePassphraseVault = parserOf<PassphraseVault>({
  id: is('vault'),
  version: is(1),
  protection: is('passphrase'),
  keyId: isText,
  kdf: isKdf,
  wrapped: isSealed,
});

const parseGuard = parserOf<GuardRecord>({
  id: is('guard'),
  failures: isCount,
  lastFailureAtMs: isCount,
});

/** Either of the two records in the vault; null unless it is one. */
export const parseVaultRecord = (value: unknown): VaultRecord | GuardRecord | null =>
  parseProfileVault(value) ?? parsePassphraseVault(value) ?? parseGuard(value);
