import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { storeBlob } from '../../platform/blob-store.ts';
import { openHistoryScene, type HistoryScene } from '../testing/history-scene.ts';
import { queueUndo } from './undo-swap.ts';

let scene: HistoryScene;

beforeAll(async () => {
  scene = await openHistoryScene();
});

afterAll(() => scene.sandbox.close());

beforeEach(async () => {
  scene.reset();
  await scene.addAccount();
});

afterEach(() => scene.leave());

const bannerNow = () => scene.sandbox.control.world.userByHandle(scene.account().handle)?.banner;

const coloured = async (background: string): Promise<Blob> => {
  const size = { width: 1500, height: 500, channels: 3 as const };
  const bytes = await sharp({ create: { ...size, background } })
    .png()
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: 'image/png' });
};

const swap = async (id: string, colour: string) => {
  const blobKey = await storeBlob(await coloured(colour));
  await scene.beginWith(id, colour, { kind: 'banner', blobKey });
  return scene.runToEnd(scene.runner(), id);
};

const undo = async (jobId: string) => {
  const queued = await queueUndo({ jobId }, Date.now());
  if (!queued.ok) throw new Error(queued.error.kind);
  return scene.runToEnd(scene.runner(), queued.value);
};

/** The colour that a banner has everywhere, as `r,g,b`. */
const colourNow = async (): Promise<string> => {
  const { data, info } = await sharp(await bannerNow()?.bytes())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const first = [...data.subarray(0, 3)].join();
  const last = [...data.subarray(data.length - info.channels)].join();
  return first === last ? first : `${first} to ${last}`;
};

test('a banner is saved before another, and comes back', async () => {
  await swap('one', '#c06000');
  const two = await swap('two', '#0060c0');
  expect(two).toMatchObject({ state: 'live', before: { kind: 'saved' } });
  expect(await colourNow()).toBe('0,96,192');
  expect(await undo('two')).toMatchObject({ state: 'live', kind: 'banner', undoOf: 'two' });
  expect(await colourNow()).toBe('192,96,0');
  const kinds = (await scene.entries()).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['banner']));
});

test('where there was no banner, undo takes the new one away, and that can be taken back', async () => {
  await swap('first', '#00ff00');
  const [upload] = scene.sandbox.control.uploads();
  scene.sandbox.control.world.pictures.remove(scene.account(), 'banner');
  expect(upload).toMatchObject({ kind: 'banner' });
  const one = await swap('one', '#c06000');
  expect(one).toMatchObject({ before: { kind: 'none' } });
  const off = await undo('one');
  expect(off).toMatchObject({ state: 'live', isRemoval: true, before: { kind: 'saved' } });
  expect(bannerNow()).toBeNull();
  expect(await undo(off.id)).toMatchObject({ state: 'live' });
  expect(await colourNow()).toBe('192,96,0');
  // What was taken away is no picture that was set.
  expect((await scene.entries()).filter(({ source }) => source === 'set')).toHaveLength(2);
});

test('its saved copy is the largest that X has, or the size it shows', async () => {
  await swap('one', '#c06000');
  const key = bannerNow()?.key ?? '';
  scene.sandbox.control.addFault({
    kind: 'status',
    status: 404,
    body: 'empty',
    match: { host: 'pbs.twimg.com', path: `${key}` },
  });
  const two = await swap('two', '#0060c0');
  expect(two).toMatchObject({ before: { kind: 'saved' } });
});
