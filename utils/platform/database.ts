import { browser } from 'wxt/browser';
import type { StorageProblem } from '../domain/storage-problem.ts';
import { migrations } from './storage/migrations.ts';
import { openDatabase } from './storage/open.ts';
import type { Database } from './storage/schema.ts';

export type { Database, FaceliftSchema, Handoff } from './storage/schema.ts';

/** What `database` rejects with; `storageProblem` gives the same as a value. */
export class StorageError extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem) {
    super(`storage: ${problem.kind}`);
    this.problem = problem;
  }
}

let opened: Promise<Database> | null = null;

const open = async (): Promise<Database> => {
  const result = await openDatabase(migrations, { onClosed: () => (opened = null) });
  if (result.ok) return result.value;
  const isBarred = result.error.kind === 'unavailable' && browser.extension.inIncognitoContext;
  throw new StorageError(isBarred ? { kind: 'privateWindow' } : result.error);
};

/** The extension's database, opened once per context. Rejects with `StorageError` where it cannot be used. */
export const database = (): Promise<Database> => {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
};

/** Why the database cannot be used; null where it can. */
export const storageProblem = async (): Promise<StorageProblem | null> => {
  try {
    await database();
    return null;
  } catch (error) {
    return error instanceof StorageError ? error.problem : { kind: 'unavailable', message: '' };
  }
};

/** Closes the database: before all is erased, and for tests, which each want a fresh one. */
export const closeDatabase = async (): Promise<void> => {
  const closing = opened;
  opened = null;
  (await closing?.catch(() => null))?.close();
};
