import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SwapJob } from '../../domain/swap-job.ts';
import { findJob } from '../../platform/job-store.ts';
import { saveAccount } from '../../platform/secrets/account-secrets.ts';
import type { RunnerPorts } from '../runner.ts';
import { openHistoryScene, type HistoryScene } from '../testing/history-scene.ts';
import { queueUndo } from './undo-swap.ts';

/*
 * A server that speaks Twitter's API 1.1 but is not X: no id_str, no profile_image_url_https, addresses of
 * its own with the size in their middle.
 */

let scene: HistoryScene;

const apiBase = 'https://social.example/api';
const id = '7-0123456789abcdef';

const fern = () => {
  const account = scene.sandbox.control.compatible.accountOf('fern_walker');
  if (!account) throw new Error('the other server has this account');
  return account;
};

const shown = async (): Promise<Buffer> => Buffer.from((await fern().picture?.bytes()) ?? []);

const ports = (): Partial<RunnerPorts> => ({
  accessOf: () => Promise.resolve({ apiBase, keys: fern().keys, userId: fern().id }),
});

const swap = async (jobId: string, colour: string): Promise<SwapJob> => {
  await scene.beginWith(jobId, colour, { accountId: id, handle: 'fern_walker' });
  return scene.runToEnd(scene.runner(ports()), jobId);
};

beforeAll(async () => {
  scene = await openHistoryScene();
});

afterAll(() => scene.sandbox.close());

beforeEach(async () => {
  scene.reset();
  const about = { id, userId: '7', handle: 'fern_walker', name: 'Fern', pictureUrl: '', apiBase };
  await saveAccount({ ...about, access: 'unknown', addedAtMs: 1 }, fern().keys);
});

afterEach(() => scene.leave());

test('the picture before is saved as it was set, not as a thumbnail, and comes back byte for byte', async () => {
  const before = await shown();
  const job = await swap('one', '#207040');
  expect(job).toMatchObject({ state: 'live', before: { kind: 'saved' } });
  const saved = (await scene.entries()).find(({ source }) => source === 'saved');
  if (!saved) throw new Error('the picture before was saved');
  expect(before.equals(await scene.bytesOf(saved))).toBe(true);

  const queued = await queueUndo({ jobId: 'one' }, Date.now());
  if (!queued.ok) throw new Error('the way back was queued');
  const undone = await scene.runToEnd(scene.runner(ports()), queued.value);
  expect(undone).toMatchObject({ state: 'live', undoOf: 'one' });
  expect((await shown()).equals(before)).toBe(true);
  expect(scene.sandbox.control.uploads()).toHaveLength(2);
});

test('a picture this browser set itself is known again by its address, and not fetched', async () => {
  await swap('one', '#207040');
  const fetched = scene.sandbox.control.calls().filter(({ path }) => path.startsWith('/avatar/'));
  const job = await swap('two', '#204070');
  const [, first] = await scene.entries();
  expect(job.before).toEqual({ kind: 'saved', historyId: first?.id });
  const now = scene.sandbox.control.calls().filter(({ path }) => path.startsWith('/avatar/'));
  expect(now).toHaveLength(fetched.length);
});

test('the server’s standard picture is one like any other: saved, and set again on the way back', async () => {
  const { world } = { world: scene.sandbox.control.compatible };
  world.pictures.remove(fern(), 'avatar');
  const job = await swap('one', '#207040');
  expect(job).toMatchObject({ state: 'live', before: { kind: 'saved' } });
  expect(await findJob('one')).toMatchObject({
    previousKey: expect.stringMatching(/default-avatar/) as string,
  });
});
