import { err, ok, type Result } from '../../domain/result.ts';
import type { StorageProblem } from '../../domain/storage-problem.ts';
import { sealJson } from '../secrets/account-seal.ts';
import { parseVaultRecord, type ProfileVault, type SealedSecret } from '../secrets/records.ts';
import { newProfileKey } from '../secrets/seal.ts';
import { vaultLock } from '../secrets/vault-lock.ts';
import type { Database } from './schema.ts';

/** What version 1 wrote: the keys in plain sight. */
interface PlainSecret {
  readonly accountId: string;
  readonly keys: unknown;
}

const isPlain = (record: object): record is PlainSecret => 'keys' in record;

const plainSecrets = async (database: Database): Promise<readonly PlainSecret[]> => {
  const records: readonly object[] = await database.getAll('secrets');
  return records.filter(isPlain);
};

/** Version 1 knew no passphrase, so the vault there is, if any, is one of the profile's. */
const profileVault = async (database: Database): Promise<ProfileVault> => {
  const found = parseVaultRecord(await database.get('vault', 'vault'));
  if (found?.id === 'vault' && found.protection === 'profile') return found;
  const keyId = crypto.randomUUID();
  return { id: 'vault', version: 1, protection: 'profile', keyId, key: await newProfileKey() };
};

const sealAll = async (database: Database): Promise<void> => {
  const plain = await plainSecrets(database);
  if (plain.length === 0) return;
  const vault = await profileVault(database);
  const sealed: SealedSecret[] = [];
  for (const { accountId, keys } of plain) sealed.push(await sealJson(vault, accountId, keys));
  // One transaction: either all are sealed and the key is there, or all is as it was.
  const transaction = database.transaction(['secrets', 'vault'], 'readwrite');
  await Promise.all([
    transaction.objectStore('vault').put(vault),
    ...sealed.map((record) => transaction.objectStore('secrets').put(record)),
    transaction.done,
  ]);
};

/**
 * Seals keys that version 1 left in plain sight, over their old records. Goes on where an earlier attempt
 * was stopped; with nothing to seal it costs one read. Errors: `sealFailed`, and nothing has changed.
 */
export const sealPlainKeys = async (database: Database): Promise<Result<null, StorageProblem>> => {
  try {
    if ((await plainSecrets(database)).length > 0) await vaultLock(() => sealAll(database));
    return ok(null);
  } catch (error) {
    return err({ kind: 'sealFailed', message: error instanceof Error ? error.message : '' });
  }
};
