import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/core/fault-types.ts';
import { checkAfterMs, checkSpanMs } from '../domain/arrival-check.ts';
import { findJob, updateJob } from '../platform/job-store.ts';
import { createSwapRunner } from './runner.ts';
import { openScene, type Scene } from './testing/scene.ts';

/*
 * The worker is gone in the middle of an upload: its request reached X, its answer reaches nobody. The
 * next worker must find out what became of it, and the sandbox counts what it was sent.
 */

let scene: Scene;
const counts = { rows: 0, uploads: 0 };

beforeAll(async () => {
  scene = await openScene();
});

afterAll(async () => {
  await scene.sandbox.close();
  process.stdout.write(
    `Swap matrix: ${counts.rows} rows (worker gone while sending): ${counts.uploads} uploads\n`,
  );
});

beforeEach(() => scene.reset());

afterEach(() => scene.leave());

const upload = { path: '/1.1/account/update_profile_image.json' };
const sent = (): number => scene.sandbox.control.wire.uploads().length;
const reads = (): number =>
  scene.sandbox.control.calls().filter(({ method }) => method === 'GET').length;

/** A worker whose upload has left, and which hears and does nothing from then on. */
const stopWhileSending = async (id: string): Promise<void> => {
  const api = scene.api();
  const fetch: typeof api.fetch = (url, init) => {
    const answer = api.fetch(url, init);
    return init.method === 'POST'
      ? new Promise<Response>(() => void answer.catch(() => null))
      : answer;
  };
  await scene.begin(id);
  void createSwapRunner(scene.ports({ api: { ...api, fetch } })).resume();
  await expect.poll(sent).toBe(1);
  expect(await findJob(id)).toMatchObject({ state: 'sending' });
};

/** The sandbox's clock runs a hundred times faster than the test's. */
const worksAfter = (ms: number): Fault => ({ kind: 'slow', ms: ms / 100, match: upload });

describe('a worker stopped while sending', () => {
  test.each([0, 8, 20, 35, 50])(
    'of which X has the picture %d s later: it is found, and nothing is sent twice',
    async (lateS) => {
      scene.sandbox.control.addFault(worksAfter(lateS * 1000));
      await stopWhileSending('late');
      const before = reads();
      const job = await scene.runToEnd(createSwapRunner(scene.ports()), 'late');
      expect(job).toMatchObject({
        state: 'live',
        attempts: 1,
        checkUntilMs: expect.any(Number) as number,
      });
      expect(sent()).toBe(1);
      expect(scene.uploads()).toBe(1);
      expect(reads() - before).toBeLessThanOrEqual(checkAfterMs.length);
      counts.rows += 1;
      counts.uploads += scene.uploads();
    },
  );

  test('before its upload arrived: it is looked for, for a minute, and then sent again', async () => {
    await scene.begin('early');
    await updateJob('early', (job) => ({
      ...job,
      state: 'sending',
      attempts: 1,
      updatedAtMs: scene.api().nowMs(),
      previousKey: scene.keyNow(),
    }));
    const beganMs = scene.api().nowMs();
    const runner = createSwapRunner(scene.ports());
    await runner.resume();
    expect(await findJob('early')).toMatchObject({ state: 'checking' });
    const job = await scene.runToEnd(runner, 'early');
    expect(job).toMatchObject({ state: 'live', attempts: 2 });
    expect(job.checkUntilMs).toBeUndefined();
    expect((job.acceptedAtMs ?? 0) - beganMs).toBeGreaterThanOrEqual(checkSpanMs);
    expect(scene.uploads()).toBe(1);
    // Five looks at what became of the first, and one at the second.
    expect(reads()).toBe(checkAfterMs.length + 1);
    counts.rows += 1;
    counts.uploads += scene.uploads();
  });

  test('yesterday: one look is enough', async () => {
    await scene.begin('yesterday');
    await updateJob('yesterday', (job) => ({
      ...job,
      state: 'sending',
      attempts: 1,
      updatedAtMs: scene.api().nowMs() - 86_400_000,
      previousKey: scene.keyNow(),
    }));
    await createSwapRunner(scene.ports()).resume();
    expect(await findJob('yesterday')).toMatchObject({ state: 'accepted', attempts: 2 });
    expect(reads()).toBe(1);
    counts.rows += 1;
    counts.uploads += scene.uploads();
  });

  test('and the address changed by itself: what was saved before is no new picture', async () => {
    await scene.begin('moved');
    await updateJob('moved', (job) => ({
      ...job,
      state: 'sending',
      attempts: 1,
      updatedAtMs: scene.api().nowMs(),
      previousKey: 'another/address',
    }));
    const asked: string[] = [];
    const runner = createSwapRunner(
      scene.ports({
        showsBefore: async ({ state }, { pictureUrl }) => {
          asked.push(`${state} ${pictureUrl}`);
          return state === 'checking';
        },
      }),
    );
    expect(await scene.runToEnd(runner, 'moved')).toMatchObject({ state: 'live', attempts: 2 });
    expect(scene.uploads()).toBe(1);
    expect(asked[0]).toMatch(/^checking https:/);
  });
});
