import type { AccountKeys } from '../../domain/account.ts';
import { isText, parserOf } from '../../domain/record-shape.ts';
import type { SealedSecret } from './records.ts';
import { seal, unseal } from './seal.ts';

/** A data key in use, by the name that sealed records carry. */
export interface OpenKey {
  readonly keyId: string;
  readonly key: CryptoKey;
}

const version = 1;

/** A sealed record opens only as what it was sealed as: this account's, in this version. */
const boundTo = (accountId: string): string => `facelift/secrets/${version}/${accountId}`;

const parseKeys = parserOf<AccountKeys>({
  apiKey: isText,
  apiKeySecret: isText,
  accessToken: isText,
  accessTokenSecret: isText,
});

/** Seals anything that JSON can hold for one account. */
export const sealJson = async (
  { keyId, key }: OpenKey,
  accountId: string,
  value: unknown,
): Promise<SealedSecret> => {
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await seal(key, plain, boundTo(accountId));
  plain.fill(0);
  return { accountId, version, keyId, sealed };
};

/** The same record under another key; null where the first key does not open it. */
export const resealed = async (
  record: SealedSecret,
  from: OpenKey,
  to: OpenKey,
): Promise<SealedSecret | null> => {
  const bound = boundTo(record.accountId);
  const plain = await unseal(from.key, record.sealed, bound);
  if (!plain) return null;
  const sealed = await seal(to.key, plain, bound);
  plain.fill(0);
  return { ...record, keyId: to.keyId, sealed };
};

/** The four keys of a sealed record; null where this key does not open it, or something else is inside. */
export const keysIn = async (
  record: SealedSecret,
  { keyId, key }: OpenKey,
): Promise<AccountKeys | null> => {
  if (record.keyId !== keyId) return null;
  const plain = await unseal(key, record.sealed, boundTo(record.accountId));
  try {
    return plain && parseKeys(JSON.parse(new TextDecoder().decode(plain)));
  } catch {
    return null;
  }
};
