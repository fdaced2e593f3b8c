import type { StudioPorts } from '../../components/studio-ports.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import type { StartProblem } from '../../utils/domain/start-problem.ts';
import { storeForSwap } from '../../utils/platform/blob-store.ts';
import type { FromOwnPages } from '../../utils/platform/messages.ts';
import { askFromOwnPage, type MessageError } from '../../utils/platform/messaging.ts';
import { isPrivatePage } from '../../utils/platform/private-context.ts';

type Start = FromOwnPages['swap.start']['request'];

type Begun = Result<string, StartProblem>;

const jobIdOf = (answer: Result<{ readonly jobId: string }, MessageError>): Begun =>
  answer.ok ? ok(answer.value.jobId) : err({ kind: 'notStarted', message: answer.error.kind });

/** Asks the background to send a stored file. */
export const begin = async (request: Start): ReturnType<StudioPorts['startSwap']> => {
  return jobIdOf(await askFromOwnPage('swap.start', request));
};

/** All at once: a popup may close between one and the next. The first job's id, or the first problem. */
const forAll = async (accountIds: readonly string[], start: (id: string) => Promise<Begun>) => {
  const begun = await Promise.all(accountIds.map(start));
  return begun.find((one) => !one.ok) ?? begun[0] ?? err({ kind: 'notStarted', message: '' });
};

/**
 * Stores a prepared file once and hands a job for each account to the background; from a private window
 * without the file's name.
 */
export const startSwap: StudioPorts['startSwap'] = async (request) => {
  const { accountId, alsoIds = [], kind, prepared, name } = request;
  const isPrivate = await isPrivatePage();
  const stored = await storeForSwap(prepared.blob);
  if (!stored.ok) return stored;
  const named = name === undefined || isPrivate ? {} : { name };
  const batch = alsoIds.length > 0 ? { batchId: crypto.randomUUID() } : {};
  const { region } = prepared;
  const cut = region ? { region } : {};
  const about = { ...batch, ...named, ...cut, kind, blobKey: stored.value, isPrivate };
  const start = (id: string) => begin({ ...about, accountId: id });
  return forAll([accountId, ...alsoIds], start);
};

/** Asks the background to take the banners of accounts away. */
export const removeBanner: NonNullable<StudioPorts['removeBanner']> = async (accountIds) => {
  const isPrivate = await isPrivatePage();
  const batch = accountIds.length > 1 ? { batchId: crypto.randomUUID() } : {};
  return forAll(accountIds, async (accountId) =>
    jobIdOf(await askFromOwnPage('banner.remove', { accountId, isPrivate, ...batch })),
  );
};
