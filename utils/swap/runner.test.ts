import { expect, test, vi } from 'vitest';
import { isSlow } from '../domain/swap-steps.ts';
import { findJob } from '../platform/job-store.ts';
import { createSwapRunner } from './runner.ts';
import { openScene, shareScene, type Scene } from './testing/scene.ts';

let scene: Scene;
shareScene(openScene, (opened) => (scene = opened));

test('a swap goes from the queue to live with one upload and three reads at most', async () => {
  await scene.begin('one');
  const job = await scene.runToEnd(createSwapRunner(scene.ports()), 'one');
  expect(job).toMatchObject({ state: 'live', attempts: 1 });
  expect(job.liveUrl).toMatch(/^https:\/\/pbs\.twimg\.com\/profile_images\/\d+\/.+_normal\.jpg$/);
  expect(scene.uploads()).toBe(1);
  const calls = scene.sandbox.control.calls();
  expect(calls.every(({ status, verified }) => status === 200 && verified)).toBe(true);
  expect(calls.filter(({ method }) => method === 'GET').length).toBeLessThanOrEqual(3);
  expect(scene.told.live).toHaveLength(1);
  expect(scene.wakes[0]).toBeGreaterThanOrEqual((job.acceptedAtMs ?? 0) + 5000);
});

test('a picture that shows late is waited for', async () => {
  const { handle } = scene.account();
  scene.sandbox.control.setShowDelayOf(handle, 'never');
  await scene.begin('late');
  const runner = createSwapRunner(scene.ports());
  for (let looks = 0; looks <= 3; looks += 1) {
    await runner.resume();
    expect(await findJob('late')).toMatchObject({ looks });
    await scene.skip(Math.max(0, (scene.wakes.at(-1) ?? 0) - scene.api().nowMs()));
  }
  scene.sandbox.control.showNow(handle);
  expect(await scene.runToEnd(runner, 'late')).toMatchObject({ state: 'live' });
  expect(scene.uploads()).toBe(1);
});

test('a picture that shows after an hour is called slow, looked for all the same, and told of', async () => {
  scene.sandbox.control.setShowDelayOf(scene.account().handle, 'never');
  await scene.begin('slow');
  const runner = createSwapRunner(scene.ports());
  for (let at = 0; at < 9; at += 1) {
    await runner.resume();
    await scene.skip(Math.max(0, (scene.wakes.at(-1) ?? 0) - scene.api().nowMs()));
  }
  const waiting = await findJob('slow');
  expect(waiting && isSlow(waiting)).toBe(true);
  scene.sandbox.control.showNow(scene.account().handle);
  expect(await scene.runToEnd(runner, 'slow')).toMatchObject({ state: 'live' });
  expect(scene.told.live).toHaveLength(1);
  expect(scene.uploads()).toBe(1);
});

test('a picture that never shows ends in words after a day, and is not sent twice', async () => {
  const account = scene.account();
  scene.sandbox.control.setShowDelayOf(account.handle, 'never');
  await scene.begin('never');
  const runner = createSwapRunner(scene.ports());
  const job = await scene.runToEnd(runner, 'never', 60);
  expect(job).toMatchObject({ failure: { kind: 'notShownYet' } });
  expect(job.updatedAtMs - (job.acceptedAtMs ?? 0)).toBeGreaterThan(23 * 3_600_000);
  expect(scene.told.failed).toHaveLength(1);
  scene.sandbox.control.showNow(account.handle);
  await runner.retry('never');
  expect(await scene.runToEnd(runner, 'never')).toMatchObject({ state: 'live' });
  expect(scene.uploads()).toBe(1);
});

test('two swaps of one account run in order and both arrive', async () => {
  await scene.begin('first');
  await new Promise((resolve) => setTimeout(resolve, 5));
  await scene.begin('second');
  const runner = createSwapRunner(scene.ports());
  await Promise.all([runner.resume(), runner.resume()]);
  expect(scene.uploads()).toBe(1);
  const first = await scene.runToEnd(runner, 'first');
  const second = await scene.runToEnd(runner, 'second');
  expect([first.state, second.state]).toEqual(['live', 'live']);
  expect(second.acceptedAtMs).toBeGreaterThan(first.updatedAtMs - 1);
  expect(scene.uploads()).toBe(2);
});

test('while a call is under way somebody is asked to look whether it still is, in time and again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await scene.begin('long');
    const api = scene.api();
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const fetch: typeof api.fetch = async (url, init) => {
      if (init.method === 'POST') await answered;
      return api.fetch(url, init);
    };
    const runner = createSwapRunner(scene.ports({ api: { ...api, fetch } }));
    const done = runner.resume();
    await vi.waitFor(async () => expect((await findJob('long'))?.state).toBe('sending'));
    const before = scene.wakes.length;
    // A browser that stops the worker here has been asked to start it again within half a minute.
    expect((scene.wakes.at(-1) ?? 0) - api.nowMs()).toBeLessThanOrEqual(30_000);
    // And it takes no worker for idle that keeps asking.
    vi.advanceTimersByTime(61_000);
    expect(scene.wakes.length).toBe(before + 3);
    // Being woken starts nothing twice.
    void runner.resume();
    answer();
    await done;
    vi.advanceTimersByTime(61_000);
    expect(scene.uploads()).toBe(1);
    expect((await findJob('long'))?.state).toBe('accepted');
    expect(scene.wakes.length).toBe(before + 3 + 2);
  } finally {
    vi.useRealTimers();
  }
});
