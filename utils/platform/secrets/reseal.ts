import { database } from '../database.ts';
import { readAll } from '../storage/read.ts';
import { type OpenKey, resealed } from './account-seal.ts';
import type { SealedSecret, VaultRecord } from './records.ts';

/**
 * Puts all keys under another data key and writes the new vault, in one transaction: either all of it
 * happened or nothing. Keys that the old data key does not open stay as they are. Call with the vault
 * locked against others (`vaultLock`).
 */
export const moveTo = async (vault: VaultRecord, from: OpenKey, to: OpenKey): Promise<void> => {
  const moved: SealedSecret[] = [];
  for (const record of await readAll('secrets')) {
    const under = await resealed(record, from, to);
    if (under) moved.push(under);
  }
  const transaction = (await database()).transaction(['secrets', 'vault'], 'readwrite');
  const secrets = transaction.objectStore('secrets');
  // An account that was removed meanwhile stays removed.
  const left = new Set(await secrets.getAllKeys());
  await Promise.all([
    ...moved.filter(({ accountId }) => left.has(accountId)).map((record) => secrets.put(record)),
    transaction.objectStore('vault').put(vault),
    transaction.done,
  ]);
};
