import type { Account } from '../../utils/domain/account.ts';
import { err, ok } from '../../utils/domain/result.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { newJob } from '../../utils/domain/swap-steps.ts';
import type { Prepared, StudioPorts } from '../studio-ports.ts';
import { openedFrom, type PictureGiven, type PictureLog } from './fake-pictures.ts';

/** A list that tells its listeners at once and on every change, as the real stores do. */
export const createFeed = <T>(start: T) => {
  let value = start;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set: (next: T) => {
      value = next;
      for (const listener of listeners) listener(value);
    },
    watch: (listener: (value: T) => void) => {
      listeners.add(listener);
      listener(value);
      return () => void listeners.delete(listener);
    },
  };
};

export const someAccount = (over: Partial<Account> = {}): Account => ({
  id: '1234567890123456789',
  handle: 'ada_paints',
  name: 'Ada Paints',
  pictureUrl: '',
  apiBase: 'https://api.x.com',
  access: 'read-write',
  addedAtMs: 0,
  ...over,
});

export const someJob = (over: Partial<SwapJob> = {}): SwapJob => ({
  ...newJob(
    {
      id: 'job-1',
      accountId: '1234567890123456789',
      handle: 'ada_paints',
      kind: 'avatar',
      blobKey: 'blob-1',
    },
    Date.now(),
  ),
  state: 'queued',
  ...over,
});

/** What stands behind the fake ports. */
interface Given extends PictureGiven {
  /** The real way to open pictures, where the fake one's are not enough. */
  readonly openPicture?: StudioPorts['openPicture'];
  readonly fetchPicture?: StudioPorts['fetchPicture'];
  readonly camera?: StudioPorts['camera'];
  readonly history?: StudioPorts['history'];
  readonly profile?: StudioPorts['profile'];
  readonly sizes?: StudioPorts['sizes'];
  readonly security?: StudioPorts['security'];
  /** Until when a picture takes to open. */
  readonly opening?: Promise<void>;
  readonly accounts?: readonly Account[];
  readonly jobs?: readonly SwapJob[];
}

/** Ports with real pictures and no X behind them. `started` holds what was handed over to be sent. */
export const createFakePorts = (given: Given) => {
  const accounts = createFeed<readonly Account[]>(given.accounts ?? [someAccount()]);
  const jobs = createFeed<readonly SwapJob[]>(given.jobs ?? []);
  const log: PictureLog = { rects: [], requests: [], stills: [], aborted: 0, closed: 0 };
  const started: Prepared[] = [];
  const calls: string[] = [];
  const ports: StudioPorts = {
    openPicture: async (source, signal) => {
      await given.opening;
      if (signal.aborted) return err({ kind: 'cancelled' });
      if (source.size === 0) return err({ kind: 'emptyFile' });
      try {
        return ok(openedFrom(source, await createImageBitmap(source), log, given));
      } catch {
        return err({ kind: 'notAnImage' });
      }
    },
    watchAccounts: accounts.watch,
    watchJobs: jobs.watch,
    startSwap: async ({ accountId, alsoIds = [], kind, prepared }) => {
      started.push(prepared);
      const id = `job-${started.length}`;
      const batch = alsoIds.length > 0 ? { batchId: `batch-${started.length}` } : {};
      const all = [accountId, ...alsoIds].map((each, index) => {
        const handle = accounts.get().find((one) => one.id === each)?.handle ?? '';
        const own = index === 0 ? id : `${id}-${index}`;
        return someJob({ ...batch, id: own, accountId: each, handle, kind, state: 'sending' });
      });
      jobs.set(all);
      return ok(id);
    },
    removeBanner: async (ids) => {
      calls.push(`remove banner of ${ids.join()}`);
      const about = { kind: 'banner', isRemoval: true, state: 'sending' } as const;
      jobs.set(ids.map((id) => someJob({ ...about, id: `off-${id}`, accountId: id })));
      return ok(`off-${ids[0]}`);
    },
    retrySwap: async (id) => void calls.push(`retry ${id}`),
    cancelSwap: async (id) => void calls.push(`cancel ${id}`),
    copyReport: async (id) => {
      calls.push(`report ${id}`);
      return true;
    },
    ...(given.openPicture && { openPicture: given.openPicture }),
    ...(given.fetchPicture && { fetchPicture: given.fetchPicture }),
    ...(given.camera && { camera: given.camera }),
    ...(given.history && { history: given.history }),
    ...(given.profile && { profile: given.profile }),
    ...(given.sizes && { sizes: given.sizes }),
    ...(given.security && { security: given.security }),
    openOptions: () => void calls.push('options'),
    openWide: () => void calls.push('wide'),
  };
  return { ports, accounts, jobs, log, started, calls };
};
