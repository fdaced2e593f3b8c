import { database } from '../database.ts';
import { parsers, type ParsedStore, type RecordOf } from './parsers.ts';

/** How many broken records are kept apart; beyond that the oldest go. */
const maxSetAside = 50;

type Broken = readonly { readonly key: string; readonly record: unknown }[];

/** Moves broken records out of the way, as they are, so that the rest works and nothing is lost. */
const setAside = async (store: ParsedStore, broken: Broken): Promise<void> => {
  const transaction = (await database()).transaction([store, 'setAside'], 'readwrite');
  const apart = transaction.objectStore('setAside');
  for (const { key, record } of broken) {
    void apart.add({ store, key, record, atMs: Date.now() });
    void transaction.objectStore(store).delete(key);
  }
  const keys = await apart.getAllKeys();
  for (const key of keys.slice(0, Math.max(0, keys.length - maxSetAside))) void apart.delete(key);
  await transaction.done;
};

/** One record; null where there is none. A broken one is set aside and counts as none. */
export const readOne = async <S extends ParsedStore>(
  store: S,
  key: string,
): Promise<RecordOf<S> | null> => {
  const record: unknown = await (await database()).get(store, key);
  if (record === undefined) return null;
  const parsed = parsers[store](record);
  if (parsed === null) await setAside(store, [{ key, record }]);
  return parsed;
};

/** All records of a store in the order of their keys, without broken ones, which are set aside. */
export const readAll = async <S extends ParsedStore>(store: S): Promise<readonly RecordOf<S>[]> => {
  const transaction = (await database()).transaction(store, 'readonly');
  const [keys, records] = await Promise.all([
    transaction.store.getAllKeys(),
    transaction.store.getAll() as Promise<unknown[]>,
  ]);
  const good: RecordOf<S>[] = [];
  const broken: { key: string; record: unknown }[] = [];
  records.forEach((record, index) => {
    const parsed = parsers[store](record);
    if (parsed !== null) good.push(parsed);
    else broken.push({ key: String(keys[index]), record });
  });
  if (broken.length > 0) await setAside(store, broken);
  return good;
};

/** How many records were set aside because they could not be read. */
export const countSetAside = async (): Promise<number> => (await database()).count('setAside');
