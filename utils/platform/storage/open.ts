import { openDB } from 'idb';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StorageProblem } from '../../domain/storage-problem.ts';
import type { Migration } from './migrations.ts';
import type { Database } from './schema.ts';
import { sealPlainKeys } from './seal-plain.ts';

/** The name of the one database. */
export const databaseName = 'facelift';

interface FailedStep {
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly message: string;
}

interface Events {
  /** The connection was closed: another context upgrades or erases, or the browser ended it. */
  readonly onClosed: () => void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

const problemOf = (error: unknown, failed: FailedStep | null, known: number): StorageProblem => {
  if (failed) return { kind: 'upgradeFailed', ...failed };
  return error instanceof Error && error.name === 'VersionError'
    ? { kind: 'newerData', knownVersion: known }
    : { kind: 'unavailable', message: messageOf(error) };
};

/**
 * Takes steps one after the other. Not a loop with `await`: a step that waits for nothing must be done
 * before the browser's call returns, or its transaction is no longer open for the next.
 */
const takeSteps = (
  steps: readonly Migration[],
  take: (step: Migration) => void | Promise<void>,
  onFailed: (step: Migration, error: unknown) => void,
): void => {
  const [step, ...rest] = steps;
  if (!step) return;
  const goOn = (): void => takeSteps(rest, take, onFailed);
  try {
    const done = take(step);
    if (done) void done.then(goOn, (error: unknown) => onFailed(step, error));
    else goOn();
  } catch (error) {
    onFailed(step, error);
  }
};

/**
 * Opens the database at the newest version of `table`, step by step from whatever is there. A failing
 * step takes the whole upgrade back. Errors: any `StorageProblem`; the data is then as it was before.
 */
export const openDatabase = async (
  table: readonly Migration[],
  { onClosed }: Events,
): Promise<Result<Database, StorageProblem>> => {
  const newest = table.at(-1)?.to ?? 1;
  let failed: FailedStep | null = null;
  try {
    const opened = await openDB<unknown>(databaseName, newest, {
      upgrade(database, fromVersion, _newest, transaction) {
        // What comes of it is told by `openDB`; without this the same failure would be unhandled here.
        transaction.done.catch(() => undefined);
        takeSteps(
          table.filter(({ to }) => to > fromVersion),
          (step) => step.upgrade(database, transaction),
          ({ to }, error) => {
            failed = { fromVersion, toVersion: to, message: messageOf(error) };
            transaction.abort();
          },
        );
      },
      // A newer version waits in another context, or all is being erased: step aside.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    });
    const database = opened as unknown as Database;
    const sealed = await sealPlainKeys(database);
    if (sealed.ok) return ok(database);
    database.close();
    return sealed;
  } catch (error) {
    return err(problemOf(error, failed, newest));
  }
};
