import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sandboxFetch } from '../../sandbox/fetch.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { browserApiPorts } from '../api/browser-ports.ts';
import type { ApiPorts } from '../api/transport.ts';
import { parseAvatarAddress } from '../domain/profile-picture.ts';
import { newJob } from '../domain/swap-steps.ts';
import { isSettled, type SwapJob } from '../domain/swap-job.ts';
import { storeBlob } from '../platform/blob-store.ts';
import { closeDatabase } from '../platform/database.ts';
import { findJob, saveJob, updateJob } from '../platform/job-store.ts';
import { createSwapRunner, type RunnerPorts } from './runner.ts';

// The runner against the sandbox over real HTTPS. Both sides live a hundred times faster while the runner
// waits: a pause of 4 s takes 40 ms, and the sandbox shows a picture after 50 ms instead of 5 s.

const timesFaster = 100;

let sandbox: Sandbox;
let skippedMs = 0;
let picture: Blob;
let told: { live: SwapJob[]; failed: SwapJob[] };
let wakes: number[];

const api = (): ApiPorts => ({
  ...browserApiPorts,
  fetch: sandboxFetch(sandbox.port),
  nowMs: () => Date.now() + skippedMs,
});

const skip = async (ms: number): Promise<void> => {
  skippedMs += ms;
  sandbox.control.shiftClock(ms);
  await new Promise((resolve) => setTimeout(resolve, ms / timesFaster));
};

const showAfter = (ms: number): void => sandbox.control.setShowDelayMs(ms / timesFaster);

const ports = (change: Partial<RunnerPorts> = {}): RunnerPorts => ({
  api: api(),
  accessOf: (accountId) => {
    const account = sandbox.control.accounts.find(({ id }) => id === accountId);
    return Promise.resolve(account ? { apiBase: 'https://api.x.com', keys: account.keys } : null);
  },
  wakeAt: (atMs) => void wakes.push(atMs),
  onLive: (job) => Promise.resolve(void told.live.push(job)),
  onFailed: (job) => Promise.resolve(void told.failed.push(job)),
  ...change,
});

const account = () => {
  const [first] = sandbox.control.accounts;
  if (!first) throw new Error('the sandbox has no account');
  return first;
};

const begin = async (id: string, blob: Blob = picture): Promise<void> => {
  const { id: accountId, handle } = account();
  const blobKey = await storeBlob(blob);
  await saveJob(newJob({ id, accountId, handle, kind: 'avatar', blobKey }, Date.now()));
};

/** Resumes and lets time pass, as alarms would, until the job settles. */
const runToEnd = async (runner: ReturnType<typeof createSwapRunner>, id: string): Promise<SwapJob> => {
  for (let round = 0; round < 30; round += 1) {
    await runner.resume();
    const job = await findJob(id);
    if (job && isSettled(job)) return job;
    await skip(Math.max(0, (wakes.at(-1) ?? 0) - Date.now() - skippedMs));
  }
  throw new Error('the job never settled');
};

const uploads = () => sandbox.control.uploads().length;

beforeAll(async () => {
  sandbox = await startSandbox({ showDelayMs: 5000 / timesFaster });
  const pixels = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#c60' } })
    .jpeg()
    .toBuffer();
  picture = new Blob([pixels], { type: 'image/jpeg' });
});

afterAll(() => sandbox.close());

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  sandbox.control.reset();
  skippedMs = 0;
  told = { live: [], failed: [] };
  wakes = [];
});

afterEach(() => closeDatabase());

test('a swap goes from the queue to live with one upload and three reads at most', async () => {
  await begin('one');
  const job = await runToEnd(createSwapRunner(ports()), 'one');
  expect(job).toMatchObject({ state: 'live', attempts: 1 });
  expect(job.liveUrl).toMatch(/^https:\/\/pbs\.twimg\.com\/profile_images\/\d+\/.+_normal\.jpg$/);
  expect(uploads()).toBe(1);
  const calls = sandbox.control.calls();
  expect(calls.every(({ status, verified }) => status === 200 && verified)).toBe(true);
  expect(calls.filter(({ method }) => method === 'GET').length).toBeLessThanOrEqual(3);
  expect(told.live).toHaveLength(1);
  expect(wakes[0]).toBeGreaterThanOrEqual((job.acceptedAtMs ?? 0) + 5000);
});

test('a picture that shows late is waited for', async () => {
  showAfter(40_000);
  await begin('late');
  const job = await runToEnd(createSwapRunner(ports()), 'late');
  expect(job).toMatchObject({ state: 'live' });
  expect(job.looks).toBeGreaterThan(2);
  expect(uploads()).toBe(1);
});

test('a picture that never shows ends in words, and trying again does not send it twice', async () => {
  showAfter(300_000);
  await begin('never');
  const runner = createSwapRunner(ports());
  expect(await runToEnd(runner, 'never')).toMatchObject({ failure: { kind: 'notShownYet' } });
  expect(told.failed).toHaveLength(1);
  await skip(100_000);
  await runner.retry('never');
  expect(await runToEnd(runner, 'never')).toMatchObject({ state: 'live' });
  expect(uploads()).toBe(1);
});

test('two swaps of one account run in order and both arrive', async () => {
  await begin('first');
  await new Promise((resolve) => setTimeout(resolve, 5));
  await begin('second');
  const runner = createSwapRunner(ports());
  await Promise.all([runner.resume(), runner.resume()]);
  expect(uploads()).toBe(1);
  const first = await runToEnd(runner, 'first');
  const second = await runToEnd(runner, 'second');
  expect([first.state, second.state]).toEqual(['live', 'live']);
  expect(second.acceptedAtMs).toBeGreaterThan(first.updatedAtMs - 1);
  expect(uploads()).toBe(2);
});

describe('what goes wrong', () => {
  const upload = { path: '/1.1/account/update_profile_image.json' };

  test('a line that drops before X did the work: again by hand, one upload', async () => {
    sandbox.control.addFault({ kind: 'drop-before', match: upload, count: 1 });
    await begin('dropped');
    const runner = createSwapRunner(ports());
    expect(await runToEnd(runner, 'dropped')).toMatchObject({
      state: 'failed',
      failure: { kind: 'api', error: { kind: 'offline' } },
    });
    await runner.retry('dropped');
    expect(await runToEnd(runner, 'dropped')).toMatchObject({ state: 'live', attempts: 2 });
    expect(uploads()).toBe(1);
  });

  test('a line that drops after X did the work: trying again finds it live, one upload', async () => {
    sandbox.control.addFault({ kind: 'drop-after', match: upload, count: 1 });
    await begin('lost');
    const runner = createSwapRunner(ports());
    expect(await runToEnd(runner, 'lost')).toMatchObject({ state: 'failed' });
    await runner.retry('lost');
    expect(await runToEnd(runner, 'lost')).toMatchObject({ state: 'live', attempts: 1 });
    expect(uploads()).toBe(1);
  });

  test('a worker stopped while sending: the next one looks before it sends', async () => {
    await begin('stopped');
    // The first worker's answer never comes back: its upload arrives, then the worker is gone.
    const { nowMs, nonce, fetch } = api();
    const stopped = createSwapRunner(
      ports({
        api: {
          nowMs,
          nonce,
          fetch: async (url, init) => {
            const answer = await fetch(url, init);
            return init.method === 'POST' ? new Promise<Response>(() => undefined) : answer;
          },
        },
      }),
    );
    void stopped.resume();
    await expect.poll(uploads).toBe(1);
    expect(await findJob('stopped')).toMatchObject({ state: 'sending' });
    expect(await runToEnd(createSwapRunner(ports()), 'stopped')).toMatchObject({ state: 'live' });
    expect(uploads()).toBe(1);
  });

  test('a worker stopped before its upload arrived: the next one sends it', async () => {
    await begin('early');
    await updateJob('early', (job) => ({ ...job, state: 'sending', attempts: 1, previousKey: keyNow() }));
    expect(await runToEnd(createSwapRunner(ports()), 'early')).toMatchObject({ state: 'live', attempts: 2 });
    expect(uploads()).toBe(1);
  });

  test('revoked keys stop it before anything is sent', async () => {
    sandbox.control.revoke(account().id);
    await begin('revoked');
    expect(await runToEnd(createSwapRunner(ports()), 'revoked')).toMatchObject({
      failure: { kind: 'api', error: { kind: 'tokenRevoked', code: 89 } },
    });
    expect(uploads()).toBe(0);
  });

  test('a removed account and a lost picture have their own ends', async () => {
    await begin('gone');
    const none = createSwapRunner(ports({ accessOf: () => Promise.resolve(null) }));
    expect(await runToEnd(none, 'gone')).toMatchObject({ failure: { kind: 'accountGone' } });
    await saveJob(newJob({ ...(await someJob()), id: 'lost-picture', blobKey: 'no-such' }, Date.now()));
    const job = await runToEnd(createSwapRunner(ports()), 'lost-picture');
    expect(job).toMatchObject({ failure: { kind: 'pictureGone' } });
    expect(uploads()).toBe(0);
  });

  test('cancelling during the upload stops it and stays cancelled', async () => {
    sandbox.control.addFault({ kind: 'slow', match: upload, count: 1, ms: 3000 });
    await begin('cancelled');
    const runner = createSwapRunner(ports());
    const running = runner.resume();
    await expect.poll(async () => (await findJob('cancelled'))?.state).toBe('sending');
    await runner.cancel('cancelled');
    await running;
    expect(await findJob('cancelled')).toMatchObject({ state: 'cancelled', failure: null });
    expect(told.failed).toEqual([]);
  });

  test('where users/show is not allowed, verify_credentials confirms', async () => {
    const show = { path: '/1.1/users/show.json' };
    sandbox.control.addFault({ kind: 'status', match: show, count: 20, status: 403, code: 453 });
    await begin('poor');
    expect(await runToEnd(createSwapRunner(ports()), 'poor')).toMatchObject({ state: 'live' });
  });

  test('a passing failure of a look is looked past', async () => {
    await begin('shaky');
    const runner = createSwapRunner(ports());
    await runner.resume();
    const show = { path: '/1.1/users/show.json' };
    sandbox.control.addFault({ kind: 'status', match: show, count: 1, status: 503 });
    expect(await runToEnd(runner, 'shaky')).toMatchObject({ state: 'live' });
    expect(uploads()).toBe(1);
  });
});

const keyNow = (): string | null =>
  parseAvatarAddress(sandbox.control.world.avatarUrl(account()))?.key ?? null;

const someJob = async (): Promise<SwapJob> => {
  const job = await findJob('gone');
  if (!job) throw new Error('no job');
  return job;
};
