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

/** Hands a prepared file over; from a private window without its name. */
export const startSwap: StudioPorts['startSwap'] = async ({ accountId, kind, prepared, name }) => {
  const isPrivate = await isPrivatePage();
  const stored = await storeForSwap(prepared.blob);
  if (!stored.ok) return stored;
  const named = name === undefined || isPrivate ? {} : { name };
  return begin({ accountId, kind, blobKey: stored.value, isPrivate, ...named });
};
