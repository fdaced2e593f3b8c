import type { StudioPorts } from '../../components/studio-ports.ts';
import { err, ok } from '../../utils/domain/result.ts';
import { storeBlob } from '../../utils/platform/blob-store.ts';
import { askFromOwnPage } from '../../utils/platform/messaging.ts';

/** Stores the file once and hands a job for each account to the background. */
export const startSwap: StudioPorts['startSwap'] = async (request) => {
  const { accountId, alsoIds = [], kind, prepared } = request;
  const blobKey = await storeBlob(prepared.blob);
  const batch = alsoIds.length > 0 ? { batchId: crypto.randomUUID() } : {};
  const start = (id: string) =>
    askFromOwnPage('swap.start', { ...batch, accountId: id, kind, blobKey });
  // All at once: a popup may close between one and the next.
  const [first, ...rest] = await Promise.all([start(accountId), ...alsoIds.map(start)]);
  const refused = [first, ...rest].find((one) => !one.ok);
  if (refused && !refused.ok) return err({ kind: 'notStarted', message: refused.error.kind });
  return first.ok ? ok(first.value.jobId) : err({ kind: 'notStarted', message: first.error.kind });
};
