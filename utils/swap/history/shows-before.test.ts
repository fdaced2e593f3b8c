import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { User } from '../../api/user.ts';
import type { SwapJob } from '../../domain/swap-job.ts';
import { openHistoryScene, type HistoryScene } from '../testing/history-scene.ts';
import { showsPictureBefore } from './shows-before.ts';

let scene: HistoryScene;

beforeAll(async () => {
  scene = await openHistoryScene();
});

afterAll(() => scene.sandbox.close());

beforeEach(() => scene.reset());

afterEach(() => scene.leave());

const user: User = {
  id: '7',
  handle: 'fern_walker',
  name: 'Fern',
  pictureUrl: 'https://social.example/avatar/7?at=2',
  pictureKey: 'https://social.example/avatar/7?at=2',
  hasDefaultPicture: false,
  bannerUrl: null,
  bannerKey: null,
};

const { signal } = new AbortController();

const shows = (job: SwapJob, bytes: Uint8Array | null): Promise<boolean> => {
  const fetch = (): Promise<Response> =>
    bytes === null
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(new Uint8Array(bytes)));
  return showsPictureBefore(fetch, job, user, signal);
};

test('the very bytes that were saved are the picture before, whatever their address', async () => {
  const before = await scene.shownBytes();
  const sent = await scene.beginWith('one', '#c60');
  const job = await scene.runToEnd(scene.runner(), 'one');
  expect(job.before).toMatchObject({ kind: 'saved' });
  expect(await shows(job, before)).toBe(true);
  expect(await shows(job, sent)).toBe(false);
  expect(await shows(job, null)).toBe(false);
  expect(await shows({ ...job, before: { kind: 'none' } }, before)).toBe(false);
});

test('where the picture before is set again, its bytes tell nothing', async () => {
  await scene.beginWith('one', '#c60');
  await scene.runToEnd(scene.runner(), 'one');
  const same = await scene.beginWith('two', '#c60');
  const job = await scene.runToEnd(scene.runner(), 'two');
  expect(job.before).toMatchObject({ kind: 'saved' });
  expect(await shows(job, same)).toBe(false);
});
