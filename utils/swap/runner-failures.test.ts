import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SwapJob } from '../domain/swap-job.ts';
import { newJob } from '../domain/swap-steps.ts';
import { findJob, saveJob, updateJob } from '../platform/job-store.ts';
import { createSwapRunner } from './runner.ts';
import { openScene, type Scene } from './testing/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.sandbox.close());

beforeEach(() => scene.reset());

afterEach(() => scene.leave());

const goneJob = async (): Promise<SwapJob> => {
  const job = await findJob('gone');
  if (!job) throw new Error('no job');
  return job;
};

const upload = { path: '/1.1/account/update_profile_image.json' };

test('a line that drops before X did the work: again by hand, one upload', async () => {
  scene.sandbox.control.addFault({ kind: 'drop-before', match: upload, count: 1 });
  await scene.begin('dropped');
  const runner = createSwapRunner(scene.ports());
  expect(await scene.runToEnd(runner, 'dropped')).toMatchObject({
    state: 'failed',
    failure: { kind: 'api', error: { kind: 'offline' } },
  });
  await runner.retry('dropped');
  expect(await scene.runToEnd(runner, 'dropped')).toMatchObject({ state: 'live', attempts: 2 });
  expect(scene.uploads()).toBe(1);
});

test('a line that drops after X did the work: trying again finds it live, one upload', async () => {
  scene.sandbox.control.addFault({ kind: 'drop-after', match: upload, count: 1 });
  await scene.begin('lost');
  const runner = createSwapRunner(scene.ports());
  expect(await scene.runToEnd(runner, 'lost')).toMatchObject({ state: 'failed' });
  await runner.retry('lost');
  expect(await scene.runToEnd(runner, 'lost')).toMatchObject({ state: 'live', attempts: 1 });
  expect(scene.uploads()).toBe(1);
});

test('a worker stopped while sending: the next one looks before it sends', async () => {
  await scene.begin('stopped');
  // The first worker's answer never comes back: its upload arrives, then the worker is gone.
  const { nowMs, nonce, fetch } = scene.api();
  const stopped = createSwapRunner(
    scene.ports({
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
  await expect.poll(scene.uploads).toBe(1);
  expect(await findJob('stopped')).toMatchObject({ state: 'sending' });
  expect(await scene.runToEnd(createSwapRunner(scene.ports()), 'stopped')).toMatchObject({
    state: 'live',
  });
  expect(scene.uploads()).toBe(1);
});

test('a worker stopped before its upload arrived: the next one sends it', async () => {
  await scene.begin('early');
  await updateJob('early', (job) => ({
    ...job,
    state: 'sending',
    attempts: 1,
    previousKey: scene.keyNow(),
  }));
  expect(await scene.runToEnd(createSwapRunner(scene.ports()), 'early')).toMatchObject({
    state: 'live',
    attempts: 2,
  });
  expect(scene.uploads()).toBe(1);
});

test('revoked keys stop it before anything is sent', async () => {
  scene.sandbox.control.revoke(scene.account().id);
  await scene.begin('revoked');
  expect(await scene.runToEnd(createSwapRunner(scene.ports()), 'revoked')).toMatchObject({
    failure: { kind: 'api', error: { kind: 'tokenRevoked', code: 89 } },
  });
  expect(scene.uploads()).toBe(0);
});

test('a removed account and a lost picture have their own ends', async () => {
  await scene.begin('gone');
  const none = createSwapRunner(scene.ports({ accessOf: () => Promise.resolve(null) }));
  expect(await scene.runToEnd(none, 'gone')).toMatchObject({ failure: { kind: 'accountGone' } });
  await saveJob(
    newJob({ ...(await goneJob()), id: 'lost-picture', blobKey: 'no-such' }, Date.now()),
  );
  const job = await scene.runToEnd(createSwapRunner(scene.ports()), 'lost-picture');
  expect(job).toMatchObject({ failure: { kind: 'pictureGone' } });
  expect(scene.uploads()).toBe(0);
});

test('cancelling during the upload stops it and stays cancelled', async () => {
  scene.sandbox.control.addFault({ kind: 'slow', match: upload, count: 1, ms: 3000 });
  await scene.begin('cancelled');
  const runner = createSwapRunner(scene.ports());
  const running = runner.resume();
  await expect.poll(async () => (await findJob('cancelled'))?.state).toBe('sending');
  await runner.cancel('cancelled');
  await running;
  expect(await findJob('cancelled')).toMatchObject({ state: 'cancelled', failure: null });
  expect(scene.told.failed).toEqual([]);
});

test('where users/show is not allowed, verify_credentials confirms', async () => {
  const show = { path: '/1.1/users/show.json' };
  scene.sandbox.control.addFault({
    kind: 'status',
    match: show,
    count: 20,
    status: 403,
    code: 453,
  });
  await scene.begin('poor');
  expect(await scene.runToEnd(createSwapRunner(scene.ports()), 'poor')).toMatchObject({
    state: 'live',
  });
});

test('a passing failure of a look is looked past', async () => {
  await scene.begin('shaky');
  const runner = createSwapRunner(scene.ports());
  await runner.resume();
  const show = { path: '/1.1/users/show.json' };
  scene.sandbox.control.addFault({ kind: 'status', match: show, count: 1, status: 503 });
  expect(await scene.runToEnd(runner, 'shaky')).toMatchObject({ state: 'live' });
  expect(scene.uploads()).toBe(1);
});
