import { openDB } from 'idb';
import { version1 } from '../storage/fixtures/version-1.ts';
import { version2 } from '../storage/fixtures/version-2.ts';
import { databaseName } from '../storage/open.ts';

interface FrozenBlob {
  readonly type: string;
  readonly text: string;
}

interface FrozenStore {
  readonly name: string;
  /** Left out where keys are numbers that the browser gives. */
  readonly keyPath?: string;
  readonly autoIncrement?: boolean;
  readonly indexes?: readonly string[];
}

/** A database as some version of the schema wrote it. */
export interface Frozen {
  readonly version: number;
  readonly stores: readonly FrozenStore[];
  readonly records: Readonly<Record<string, readonly object[]>>;
}

/** One for every version that a newer one must still read, oldest first. */
export const frozenVersions: readonly Frozen[] = [version1, version2];

const asBlob = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('text' in value)) return value;
  const { type, text } = value as FrozenBlob;
  return new Blob([text], { type });
};

/** Puts a frozen database where the extension will find it, without any of the extension's code. */
export const thaw = async ({ version, stores, records }: Frozen): Promise<void> => {
  const database = await openDB(databaseName, version, {
    upgrade: (upgrading) => {
      for (const { name, indexes = [], ...options } of stores) {
        const store = upgrading.createObjectStore(name, options);
        for (const index of indexes) store.createIndex(index, index);
      }
    },
  });
  for (const [store, all] of Object.entries(records)) {
    for (const record of all) {
      const put = Object.entries(record).map(([name, value]) => [name, asBlob(value)] as const);
      await database.put(store, Object.fromEntries(put));
    }
  }
  database.close();
};

/** Everything in every store, as it stands there, without upgrading anything. */
export const dumpRaw = async (): Promise<{
  readonly version: number;
  readonly stores: Readonly<Record<string, readonly unknown[]>>;
}> => {
  const database = await openDB(databaseName);
  const stores: Record<string, readonly unknown[]> = {};
  for (const store of database.objectStoreNames) stores[store] = await database.getAll(store);
  const { version } = database;
  database.close();
  return { version, stores };
};

/** Text in any record of any store, that of bytes and files included. */
export const dumpText = async (): Promise<string> => {
  const texts: string[] = [];
  const collect = async (value: unknown): Promise<void> => {
    if (value instanceof Blob) texts.push(await value.text());
    else if (ArrayBuffer.isView(value)) texts.push(new TextDecoder('latin1').decode(value));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        texts.push(name);
        await collect(inner);
      }
    } else texts.push(String(value));
  };
  await collect((await dumpRaw()).stores);
  return texts.join('\n');
};
