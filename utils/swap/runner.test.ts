import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSwapRunner } from './runner.ts';
import { openScene, type Scene } from './testing/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.sandbox.close());

beforeEach(() => scene.reset());

afterEach(() => scene.leave());

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
  scene.showAfter(40_000);
  await scene.begin('late');
  const job = await scene.runToEnd(createSwapRunner(scene.ports()), 'late');
  expect(job).toMatchObject({ state: 'live' });
  expect(job.looks).toBeGreaterThan(2);
  expect(scene.uploads()).toBe(1);
});

test('a picture that never shows ends in words, and trying again does not send it twice', async () => {
  scene.showAfter(300_000);
  await scene.begin('never');
  const runner = createSwapRunner(scene.ports());
  expect(await scene.runToEnd(runner, 'never')).toMatchObject({ failure: { kind: 'notShownYet' } });
  expect(scene.told.failed).toHaveLength(1);
  await scene.skip(100_000);
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
