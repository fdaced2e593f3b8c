import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSwapRunner } from './runner.ts';
import { openScene, type Scene } from './testing/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.sandbox.close());

beforeEach(() => scene.reset());

afterEach(() => scene.leave());

const bannerNow = () => scene.sandbox.control.world.userByHandle(scene.account().handle)?.banner;

const run = (id: string) => scene.runToEnd(createSwapRunner(scene.ports()), id);

const calls = (path: string) =>
  scene.sandbox.control.calls().filter((call) => call.path.includes(path));

describe('a banner', () => {
  test('goes from the queue to live: one upload, three reads, its sizes among them', async () => {
    await scene.begin('one', { kind: 'banner' });
    const job = await run('one');
    expect(job).toMatchObject({ state: 'live', attempts: 1 });
    expect(job.liveUrl).toMatch(/^https:\/\/pbs\.twimg\.com\/profile_banners\/\d+\/\d+$/);
    expect(job.liveUrl).toContain(bannerNow()?.key);
    expect(calls('update_profile_banner')).toMatchObject([{ status: 201, verified: true }]);
    expect(calls('users/profile_banner')).toMatchObject([{ status: 200 }]);
    const reads = scene.sandbox.control.calls().filter(({ method }) => method === 'GET');
    expect(reads).toHaveLength(3);
  });

  test.each([403, 404])('whose sizes answer %i is live by the user object', async (status) => {
    const match = { path: 'users/profile_banner' };
    scene.sandbox.control.addFault({ kind: 'status', status, match, count: 'always' });
    await scene.begin('one', { kind: 'banner' });
    expect(await run('one')).toMatchObject({ state: 'live' });
  });

  test('leaves the avatar alone, and an avatar the banner', async () => {
    const before = scene.keyNow();
    await scene.begin('one', { kind: 'banner' });
    await run('one');
    expect(scene.keyNow()).toBe(before);
    const banner = bannerNow()?.key;
    await scene.begin('two');
    await run('two');
    expect(bannerNow()?.key).toBe(banner);
  });

  test('cut by X is cut where it was asked to be', async () => {
    const left = { create: { width: 1500, height: 500, channels: 3, background: '#00f' } } as const;
    const sheet = {
      create: { width: 3000, height: 1000, channels: 3, background: '#f00' },
    } as const;
    const input = await sharp(left).png().toBuffer();
    const file = await sharp(sheet)
      .composite([{ input, left: 700, top: 300 }])
      .png()
      .toBuffer();
    const region = { widthPx: 1500, heightPx: 500, leftPx: 700, topPx: 300 };
    await scene.begin('one', {
      kind: 'banner',
      file: new Blob([file], { type: 'image/png' }),
      region,
    });
    expect(await run('one')).toMatchObject({ state: 'live' });
    const kept = await bannerNow()?.bytes();
    const { channels, info } = await sharp(kept)
      .stats()
      .then(async (stats) => ({ ...stats, info: await sharp(kept).metadata() }));
    expect(info).toMatchObject({ width: 1500, height: 500 });
    expect(channels.slice(0, 3).map(({ min, max }) => [min, max])).toEqual([
      [0, 0],
      [0, 0],
      [255, 255],
    ]);
  });

  test('is taken away, and that is seen', async () => {
    await scene.begin('one', { kind: 'banner' });
    await run('one');
    await scene.begin('off', { kind: 'banner', isRemoval: true, file: null });
    expect(await run('off')).toMatchObject({ state: 'live', liveUrl: '', attempts: 1 });
    expect(bannerNow()).toBeNull();
    expect(calls('remove_profile_banner')).toMatchObject([{ status: 200, verified: true }]);
  });

  test.each([
    ['no picture at all', new Blob(['no picture'], { type: 'image/png' }), 'imageUnreadable'],
    ['more bytes than X takes', new Blob([new Uint8Array(5_000_001)]), 'imageTooLarge'],
  ])('%s: %s', async (_words, file, kind) => {
    await scene.begin('bad', { kind: 'banner', file });
    expect(await run('bad')).toMatchObject({
      failure: { kind: 'api', error: { kind } },
      attempts: 1,
    });
  });

  test('a GIF is refused with a word of its own', async () => {
    const gif = await sharp({
      create: { width: 300, height: 100, channels: 3, background: '#0f0' },
    })
      .gif()
      .toBuffer();
    await scene.begin('gif', { kind: 'banner', file: new Blob([gif], { type: 'image/gif' }) });
    expect(await run('gif')).toMatchObject({
      failure: { kind: 'api', error: { kind: 'formatRefused', code: 211 } },
    });
  });
});
