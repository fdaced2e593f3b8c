import type { SwapJob } from '../domain/swap-job.ts';
import { newJob } from '../domain/swap-steps.ts';
import { findAccount } from '../platform/account-store.ts';
import { saveJob } from '../platform/job-store.ts';

/** Queues the removal of an account's banner; resolves to the job's id. `nowMs` is Unix time. */
export const queueRemoval = async (
  { accountId, batchId, isPrivate }: Pick<SwapJob, 'accountId' | 'batchId' | 'isPrivate'>,
  nowMs: number,
): Promise<string> => {
  const id = crypto.randomUUID();
  const handle = (await findAccount(accountId))?.handle ?? '';
  const about = { id, accountId, handle, kind: 'banner', blobKey: '', isRemoval: true } as const;
  const batch = batchId === undefined ? {} : { batchId };
  await saveJob(newJob({ ...about, ...batch, isPrivate: isPrivate === true }, nowMs));
  return id;
};
