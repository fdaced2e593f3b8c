import type { StudioPorts } from '../../components/studio-ports.ts';
import { err, ok } from '../../utils/domain/result.ts';
import { storeForSwap } from '../../utils/platform/blob-store.ts';
import type { FromOwnPages } from '../../utils/platform/messages.ts';
import { askFromOwnPage } from '../../utils/platform/messaging.ts';
import { isPrivatePage } from '../../utils/platform/private-context.ts';

type Start = FromOwnPages['swap.start']['request'];

/** Asks the background to send a stored file. */
export const begin = async (request: Start): ReturnType<StudioPorts['startSwap']> => {
  const started = await askFromOwnPage('swap.start', request);
  return started.ok
    ? ok(started.value.jobId)
    : err({ kind: 'notStarted', message: started.error.kind });
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
  const start = (id: string) =>
    begin({ ...batch, ...named, accountId: id, kind, blobKey: stored.value, isPrivate });
  // All at once: a popup may close between one and the next.
  const [first, ...rest] = await Promise.all([start(accountId), ...alsoIds.map(start)]);
  return [first, ...rest].find((one) => !one.ok) ?? first;
};
