import { parseSetting, type Settings } from '../domain/settings.ts';
import { database } from './database.ts';
import { readOne } from './storage/read.ts';

/** A setting as the person chose it, else its default. */
export const readSetting = async <K extends keyof Settings>(key: K): Promise<Settings[K]> =>
  parseSetting(key, (await readOne('settings', key))?.value);

/** Keeps a choice; one that makes no sense is kept as the default. */
export const writeSetting = async <K extends keyof Settings>(
  key: K,
  value: Settings[K],
): Promise<void> => {
  await (await database()).put('settings', { key, value: parseSetting(key, value) });
};
