import { describe, expect, test } from 'vitest';
import { findJob } from '../../platform/job-store.ts';
import { saveBefore } from './save-before.ts';
import { openHistoryScene, type HistoryScene } from '../testing/history-scene.ts';
import { shareScene } from '../testing/scene.ts';

let scene: HistoryScene;
shareScene(openHistoryScene, (opened) => (scene = opened));

const swap = async (id: string, colour: string) => {
  const bytes = await scene.beginWith(id, colour);
  const job = await scene.runToEnd(scene.runner(), id);
  return { bytes, job };
};

describe('before a swap', () => {
  test('the picture shown until then is saved at its original size, byte for byte', async () => {
    const before = Buffer.from(await scene.shownBytes());
    const { bytes, job } = await swap('one', '#c60');
    const [set, saved] = await scene.entries();
    if (!set || !saved) throw new Error('two pictures were kept');
    expect(saved).toMatchObject({ source: 'saved', accountId: job.accountId, handle: job.handle });
    expect(set).toMatchObject({ source: 'set', widthPx: 400, mime: 'image/jpeg' });
    expect(before.equals(await scene.bytesOf(saved))).toBe(true);
    expect(await scene.bytesOf(set)).toEqual(bytes);
    expect(job.before).toEqual({ kind: 'saved', historyId: saved.id });
    expect(job.state).toBe('live');
    expect(scene.pictureCalls()).toEqual([expect.not.stringMatching(/_normal|_400x400/)]);
  });

  test('a picture that is in the history already is neither fetched nor kept twice', async () => {
    await swap('one', '#c60');
    const asked = scene.pictureCalls().length;
    const { job } = await swap('two', '#06c');
    const entries = await scene.entries();
    expect(entries.map(({ source }) => source)).toEqual(['set', 'set', 'saved']);
    expect(job.before).toEqual({ kind: 'saved', historyId: entries[1]?.id });
    expect(scene.pictureCalls()).toHaveLength(asked);
  });

  test('the same file set again moves up and stays one entry', async () => {
    await swap('one', '#c60');
    await swap('two', '#06c');
    await swap('three', '#c60');
    const entries = await scene.entries();
    expect(entries).toHaveLength(3);
    expect(entries[0]).toMatchObject({ source: 'set', pictureKeys: { length: 2 } });
  });

  test("X's default picture is remembered as nothing to go back to", async () => {
    const { world } = scene.sandbox.control;
    world.pictures.remove(world.signedIn, 'avatar');
    const { job } = await swap('one', '#c60');
    expect(job).toMatchObject({ state: 'live', before: { kind: 'none' } });
    expect(await scene.entries()).toHaveLength(1);
  });
});

describe('where the picture cannot be had, the swap goes on and says why', () => {
  test('404 under every address', async () => {
    scene.sandbox.control.addFault({
      kind: 'status',
      status: 404,
      count: 'always',
      match: { host: 'pbs.twimg.com' },
    });
    const { job } = await swap('one', '#c60');
    expect(job).toMatchObject({
      state: 'live',
      before: { kind: 'failed', why: 'notFound', status: 404 },
    });
    expect(scene.pictureCalls()).toHaveLength(3);
    expect(await scene.entries()).toHaveLength(1);
  });

  test('the original is gone, the 400 px one is there', async () => {
    scene.sandbox.control.addFault({
      kind: 'status',
      status: 403,
      count: 1,
      match: { host: 'pbs.twimg.com' },
    });
    const { job } = await swap('one', '#c60');
    expect(job.before).toMatchObject({ kind: 'saved' });
    expect(scene.pictureCalls().at(-1)).toMatch(/_400x400\.\w+$/);
  });

  test.for([
    ['a server error', 'refused', () => new Response('', { status: 500 })],
    ['words', 'notAnImage', () => new Response('<h1>Sign in</h1>')],
    [
      'too many bytes',
      'tooLarge',
      () => new Response('x', { headers: { 'content-length': '20000001' } }),
    ],
    [
      'too many bytes, unannounced',
      'tooLarge',
      () => new Response(new Blob(Array.from({ length: 21 }, () => new Uint8Array(1_000_000)))),
    ],
    [
      'no network',
      'unreachable',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
  ] as const)('%s', async ([, why, answer]) => {
    const { api } = scene.ports();
    await scene.beginWith('one', '#c60');
    const runner = scene.runner({
      beforeSend: (job, user, stop) => saveBefore(async () => answer(), job, user, stop),
      api,
    });
    const job = await scene.runToEnd(runner, 'one');
    expect(job).toMatchObject({ state: 'live', before: { kind: 'failed', why } });
    expect(scene.uploads()).toBe(1);
  });
});

test('a swap that is cancelled while the picture is fetched sends nothing', async () => {
  await scene.beginWith('one', '#c60');
  const hanging = (_url: string, { signal }: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(new Error('stopped'))),
    );
  const runner = scene.runner({
    beforeSend: (job, user, stop) => saveBefore(hanging, job, user, stop),
  });
  const running = runner.resume();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await runner.cancel('one');
  await running;
  expect(await findJob('one')).toMatchObject({ state: 'cancelled' });
  expect(scene.uploads()).toBe(0);
});
