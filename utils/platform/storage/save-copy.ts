import { openDB } from 'idb';
import { toBase64 } from '../base64.ts';
import { databaseName } from './open.ts';

/** Stores that a copy leaves out: whoever gets the file must not get the keys, sealed or not. */
const secretStores: ReadonlySet<string> = new Set(['secrets', 'vault']);

const asText = async (blob: Blob): Promise<string> =>
  `data:${blob.type};base64,${toBase64(new Uint8Array(await blob.arrayBuffer()))}`;

/** Files become data addresses, everything else stays as it is. */
const readable = async (value: unknown): Promise<unknown> => {
  if (value instanceof Blob) return asText(value);
  if (Array.isArray(value)) return Promise.all(value.map(readable));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(async ([name, inner]) => [name, await readable(inner)]);
  return Object.fromEntries(await Promise.all(fields)) as unknown;
};

/** Records set aside from a secret store are secret too. */
const isSecret = (record: unknown): boolean =>
  typeof record === 'object' &&
  record !== null &&
  'store' in record &&
  secretStores.has(String(record.store));

/**
 * Everything stored, pictures included and keys left out, as one JSON file. It reads whatever version is
 * there, and so works where this code cannot use the database.
 */
export const copyOfStored = async (): Promise<Blob> => {
  const stores: Record<string, unknown> = {};
  let version = 0;
  const known = await indexedDB.databases();
  // Opening what is not there would make it.
  if (known.some(({ name }) => name === databaseName)) {
    const database = await openDB(databaseName);
    version = database.version;
    for (const store of database.objectStoreNames) {
      if (secretStores.has(store)) continue;
      const records: unknown[] = await database.getAll(store);
      stores[store] = await readable(records.filter((record) => !isSecret(record)));
    }
    database.close();
  }
  const text = JSON.stringify({ program: 'Facelift', version, stores }, null, 2);
  return new Blob([text], { type: 'application/json' });
};
