import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { sandboxFetch } from '../../../sandbox/fetch.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import type { SandboxAccount } from '../../../sandbox/world.ts';
import { browserApiPorts } from '../../api/browser-ports.ts';
import type { ApiPorts } from '../../api/transport.ts';
import type { ReadWay } from '../../domain/account.ts';
import { avatarKeyOf } from '../../domain/image-urls/image-urls.ts';
import { isSettled, type SwapJob } from '../../domain/swap-job.ts';
import { newJob } from '../../domain/swap-steps.ts';
import { storeBlob } from '../../platform/blob-store.ts';
import { closeDatabase } from '../../platform/database.ts';
import { findJob, saveJob } from '../../platform/job-store.ts';
import type { RunnerPorts, SwapRunner } from '../runner.ts';

/**
 * The runner's surroundings in tests: the sandbox over real HTTPS, a fresh database, and time. Both sides
 * live a hundred times faster while the runner waits: a pause of 4 s takes 40 ms, and the sandbox shows a
 * picture after 50 ms instead of 5 s.
 */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly told: {
    readonly live: SwapJob[];
    readonly failed: SwapJob[];
    /** Ids of jobs, each time one found its keys locked. */
    readonly locked: string[];
    readonly readBy: ReadWay[];
  };
  /** When the runner asked to be woken, Unix ms of the scene. */
  readonly wakes: number[];
  api(): ApiPorts;
  ports(change?: Partial<RunnerPorts>): RunnerPorts;
  account(): SandboxAccount;
  /** `<id>/<token>` that X shows of the account now. */
  keyNow(): string | null;
  /** Puts a swap of the account into the queue. */
  begin(id: string, about?: SwapBegun): Promise<void>;
  /** Resumes and lets time pass, as alarms would, until the job settles. */
  runToEnd(runner: SwapRunner, id: string, rounds?: number): Promise<SwapJob>;
  /** Uploads that the sandbox accepted. */
  uploads(): number;
  skip(ms: number): Promise<void>;
  showAfter(ms: number): void;
  reset(): void;
  /** Forgets the database's connection between tests. */
  leave(): Promise<void>;
}

const timesFaster = 100;

/** Tests that skip hours show a picture by hand: nothing of theirs takes longer than this. */
const longestSleepMs = 42_000 / timesFaster;

/** A swap that is not the ordinary one, of an avatar. `file` null: none is stored for it. */
export type SwapBegun = Partial<Pick<SwapJob, 'kind' | 'region' | 'isRemoval'>> & {
  readonly file?: Blob | null;
};

const samplePicture = async (width: number, height: number): Promise<Blob> => {
  const pixels = await sharp({
    create: { width, height, channels: 3, background: '#c60' },
  })
    .jpeg()
    .toBuffer();
  return new Blob([pixels], { type: 'image/jpeg' });
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a sandbox of its own; close it with `sandbox.close()`. */
export const openScene = async (): Promise<Scene> => {
  const sandbox = await startSandbox({ showDelayMs: 5000 / timesFaster });
  const pictures = {
    avatar: await samplePicture(400, 400),
    banner: await samplePicture(1500, 500),
  };
  const told: Scene['told'] = { live: [], failed: [], locked: [], readBy: [] };
  const wakes: number[] = [];
  let skippedMs = 0;
  const nowMs = (): number => Date.now() + skippedMs;

  const api = (): ApiPorts => ({ ...browserApiPorts, fetch: sandboxFetch(sandbox.port), nowMs });
  const account = (): SandboxAccount => {
    const [first] = sandbox.control.accounts;
    if (!first) throw new Error('the sandbox has no account');
    return first;
  };
  const skip = async (ms: number): Promise<void> => {
    skippedMs += ms;
    sandbox.control.shiftClock(ms);
    await sleep(Math.min(longestSleepMs, ms / timesFaster));
  };

  return {
    sandbox,
    told,
    wakes,
    api,
    account,
    skip,
    ports: (change = {}) => ({
      api: api(),
      accessOf: (accountId) => {
        const found = sandbox.control.accounts.find(({ id }) => id === accountId);
        return Promise.resolve(found ? { apiBase: 'https://api.x.com', keys: found.keys } : null);
      },
      random: () => 0.5,
      isOnline: () => true,
      onReadBy: (_accountId, readBy) => Promise.resolve(void told.readBy.push(readBy)),
      wakeAt: (atMs) => void wakes.push(atMs),
      beforeSend: () => Promise.resolve(),
      showsBefore: () => Promise.resolve(false),
      onLocked: (job) => Promise.resolve(void told.locked.push(job.id)),
      onLive: (job) => Promise.resolve(void told.live.push(job)),
      onFailed: (job) => Promise.resolve(void told.failed.push(job)),
      ...change,
    }),
    keyNow: () => avatarKeyOf(sandbox.control.world.avatarUrl(account())),
    begin: async (id, { kind = 'avatar', file = pictures[kind], ...about } = {}) => {
      const { id: accountId, handle } = account();
      const blobKey = file ? await storeBlob(file) : '';
      await saveJob(newJob({ id, accountId, handle, kind, blobKey, ...about }, Date.now()));
    },
    runToEnd: async (runner, id, rounds = 30) => {
      for (let round = 0; round < rounds; round += 1) {
        await runner.resume();
        const job = await findJob(id);
        if (job && isSettled(job)) return job;
        await skip(Math.max(0, (wakes.at(-1) ?? 0) - nowMs()));
      }
      throw new Error('the job never settled');
    },
    uploads: () => sandbox.control.uploads().length,
    showAfter: (ms) => sandbox.control.setShowDelayMs(ms / timesFaster),
    reset: () => {
      globalThis.indexedDB = new IDBFactory();
      sandbox.control.reset();
      skippedMs = 0;
      told.live.length = 0;
      told.failed.length = 0;
      told.locked.length = 0;
      told.readBy.length = 0;
      wakes.length = 0;
    },
    leave: closeDatabase,
  };
};

/** Opens one scene for the tests of a file, makes it fresh for each, and closes it after the last. */
export const shareScene = <S extends Scene>(
  open: () => Promise<S>,
  onOpened: (scene: S) => void,
): void => {
  let scene: S | undefined;
  beforeAll(async () => {
    scene = await open();
    onOpened(scene);
  });
  afterAll(() => scene?.sandbox.close());
  beforeEach(() => scene?.reset());
  afterEach(() => scene?.leave());
};
