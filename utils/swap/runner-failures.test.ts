import { describe, expect, test } from 'vitest';
import type { SwapJob } from '../domain/swap-job.ts';
import { newJob } from '../domain/swap-steps.ts';
import { findJob, saveJob, updateJob } from '../platform/job-store.ts';
import { createSwapRunner } from './runner.ts';
import { openScene, shareScene, type Scene } from './testing/scene.ts';

let scene: Scene;
shareScene(openScene, (opened) => (scene = opened));

const goneJob = async (): Promise<SwapJob> => {
  const job = await findJob('gone');
  if (!job) throw new Error('no job');
  return job;
};

const upload = { path: '/1.1/account/update_profile_image.json' };

test.each(['drop-before', 'drop-after'] as const)(
  'a line that drops (%s the work): it goes on by itself, one upload',
  async (kind) => {
    scene.sandbox.control.addFault({ kind, match: upload, count: 1 });
    await scene.begin('dropped');
    const runner = createSwapRunner(scene.ports());
    await runner.resume();
    expect(await findJob('dropped')).toMatchObject({ state: 'checking', tries: 1 });
    const attempts = kind === 'drop-before' ? 2 : 1;
    expect(await scene.runToEnd(runner, 'dropped')).toMatchObject({ state: 'live', attempts });
    expect(scene.uploads()).toBe(1);
    expect(scene.told.failed).toEqual([]);
  },
);

test('a line that stays lost is told of in the end, and trying again brings it home', async () => {
  scene.sandbox.control.addFault({ kind: 'drop-before', match: upload, count: 30 });
  await scene.begin('lost');
  const runner = createSwapRunner(scene.ports());
  expect(await scene.runToEnd(runner, 'lost')).toMatchObject({
    state: 'failed',
    failure: { kind: 'api', error: { kind: 'offline' } },
  });
  expect(scene.told.failed).toHaveLength(1);
  scene.sandbox.control.clearFaults();
  await runner.retry('lost');
  expect(await scene.runToEnd(runner, 'lost')).toMatchObject({ state: 'live' });
  expect(scene.uploads()).toBe(1);
});

test('without a network it waits, counts nothing, and goes on once there is one', async () => {
  let isOnline = false;
  const api = scene.api();
  const fetch: typeof api.fetch = (url, init) =>
    isOnline ? api.fetch(url, init) : Promise.reject(new TypeError('no network'));
  const ports = scene.ports({ api: { ...api, fetch }, isOnline: () => isOnline });
  const runner = createSwapRunner(ports);
  await scene.begin('away');
  for (let at = 0; at < 12; at += 1) {
    await runner.resume();
    await scene.skip(61_000);
  }
  expect(await findJob('away')).toMatchObject({ state: 'queued', tries: 0, attempts: 0 });
  isOnline = true;
  await runner.online();
  expect(await scene.runToEnd(runner, 'away')).toMatchObject({ state: 'live', attempts: 1 });
  expect(scene.uploads()).toBe(1);
});

test('by a clock that is off it follows X’s, and signs by it from then on', async () => {
  await scene.begin('skewed');
  const api = scene.api();
  const skewed = { ...api, nowMs: () => api.nowMs() - 3_600_000 };
  const runner = createSwapRunner(scene.ports({ api: skewed }));
  await updateJob('skewed', (job) => ({ ...job, createdAtMs: skewed.nowMs() }));
  for (let at = 0; at < 3; at += 1) {
    await runner.resume();
    await scene.skip(6000);
  }
  const job = await findJob('skewed');
  expect(job).toMatchObject({ state: 'live', attempts: 1 });
  expect(job?.clockSkewMs).toBeGreaterThan(3_590_000);
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

test('keys that can no longer be read have words of their own', async () => {
  await scene.begin('unreadable');
  const broken = createSwapRunner(
    scene.ports({ accessOf: () => Promise.resolve('unreadable' as const) }),
  );
  expect(await scene.runToEnd(broken, 'unreadable')).toMatchObject({
    failure: { kind: 'keysUnreadable' },
  });
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

describe('where users/show is not allowed', () => {
  const deny = (path: string, status: number, code?: number): void => {
    const answer = { status, ...(code !== undefined && { code }) };
    scene.sandbox.control.addFault({ kind: 'status', match: { path }, count: 20, ...answer });
  };
  const gets = () =>
    scene.sandbox.control.calls().flatMap(({ method, path }) => (method === 'GET' ? [path] : []));

  test('verify_credentials confirms, and is asked first from then on', async () => {
    deny('/1.1/users/show.json', 403, 453);
    await scene.begin('poor');
    const runner = createSwapRunner(scene.ports());
    expect(await scene.runToEnd(runner, 'poor')).toMatchObject({ state: 'live' });
    expect(scene.told.readBy).toContain('verify');
    const before = gets().length;
    await scene.begin('next');
    const knowing = createSwapRunner(
      scene.ports({
        accessOf: () =>
          Promise.resolve({
            apiBase: 'https://api.x.com',
            keys: scene.account().keys,
            readBy: 'verify',
          }),
      }),
    );
    expect(await scene.runToEnd(knowing, 'next')).toMatchObject({ state: 'live' });
    expect(gets().slice(before)).not.toContain('/1.1/users/show.json');
    expect(gets().length - before).toBeLessThanOrEqual(3);
  });

  test('nor verify_credentials, v2 users/me does', async () => {
    deny('/1.1/users/show.json', 403, 453);
    deny('/1.1/account/verify_credentials.json', 403);
    await scene.begin('poorer');
    const runner = createSwapRunner(scene.ports());
    expect(await scene.runToEnd(runner, 'poorer')).toMatchObject({ state: 'live' });
    expect(scene.told.readBy).toContain('me');
    expect(scene.uploads()).toBe(1);
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
