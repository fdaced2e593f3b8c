import { expect, test } from 'vitest';
import { findBlob } from '../platform/blob-store.ts';
import { findJob } from '../platform/job-store.ts';
import { createSwapRunner } from './runner.ts';
import { openScene, shareScene, type Scene } from './testing/scene.ts';

let scene: Scene;
shareScene(openScene, (opened) => (scene = opened));

test('while the keys are locked a swap waits with its picture, and goes on once they are not', async () => {
  let isLocked = true;
  const { accessOf } = scene.ports();
  const runner = createSwapRunner(
    scene.ports({
      accessOf: (accountId) => (isLocked ? Promise.resolve('locked') : accessOf(accountId)),
    }),
  );
  await scene.begin('1');
  await runner.resume();
  await runner.resume();
  const waiting = await findJob('1');
  expect(waiting).toMatchObject({ state: 'queued', attempts: 0, failure: null });
  expect(await findBlob(waiting?.blobKey ?? '')).not.toBeNull();
  expect(scene.sandbox.control.calls()).toEqual([]);
  expect(scene.told.locked).toEqual(['1', '1']);
  isLocked = false;
  expect(await scene.runToEnd(runner, '1')).toMatchObject({ state: 'live' });
  expect(scene.uploads()).toBe(1);
  expect(scene.told.failed).toEqual([]);
  expect(scene.told.locked).toHaveLength(2);
});
