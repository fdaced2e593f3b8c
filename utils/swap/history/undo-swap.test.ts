import { beforeEach, describe, expect, test } from 'vitest';
import { newJob } from '../../domain/swap-steps.ts';
import { findBlob, storeBlob } from '../../platform/blob-store.ts';
import { removeAccount } from '../../platform/account-store.ts';
import { keepPicture, removeFromHistory } from '../../platform/history-store.ts';
import { findJob, listJobs, saveJob, tidyJobs, updateJob } from '../../platform/job-store.ts';
import { colouredPicture, openHistoryScene, type HistoryScene } from '../testing/history-scene.ts';
import { shareScene } from '../testing/scene.ts';
import { fetchCurrentPicture } from './fetch-current.ts';
import { forgetPrivateSwaps, privateKeptForMs } from './forget-private.ts';
import { recordSetPictures } from './record-set.ts';
import { queueUndo } from './undo-swap.ts';

let scene: HistoryScene;
shareScene(openHistoryScene, (opened) => (scene = opened));

beforeEach(() => scene.addAccount());

const swap = async (id: string, colour: string) => {
  const bytes = await scene.beginWith(id, colour);
  return { bytes, job: await scene.runToEnd(scene.runner(), id) };
};

const undo = async (jobId: string) => {
  const queued = await queueUndo({ jobId }, Date.now());
  if (!queued.ok) throw new Error(queued.error.kind);
  return scene.runToEnd(scene.runner(), queued.value);
};

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other);

describe('taking a swap back', () => {
  test('sends the very bytes that X showed before, and can itself be taken back', async () => {
    const before = await scene.shownBytes();
    const { bytes } = await swap('one', '#c60');
    expect(same(await scene.shownBytes(), bytes)).toBe(true);

    const back = await undo('one');
    expect(back).toMatchObject({ state: 'live', undoOf: 'one', before: { kind: 'saved' } });
    expect(same(await scene.shownBytes(), before)).toBe(true);

    const forth = await undo(back.id);
    expect(same(await scene.shownBytes(), bytes)).toBe(true);
    await undo(forth.id);
    expect(same(await scene.shownBytes(), before)).toBe(true);

    expect(scene.uploads()).toBe(4);
    // To and fro four times: still the two pictures there ever were, and one fetch.
    const entries = await scene.entries();
    expect(entries.map(({ source }) => source)).toEqual(['saved', 'set']);
    expect(scene.pictureCalls()).toHaveLength(1);
  });

  test('pressed twice it is one swap', async () => {
    await swap('one', '#c60');
    const [first, second] = await Promise.all([
      queueUndo({ jobId: 'one' }, Date.now()),
      queueUndo({ jobId: 'one' }, Date.now()),
    ]);
    expect(first).toEqual(second);
    expect((await listJobs()).filter(({ undoOf }) => undoOf === 'one')).toHaveLength(1);
  });

  test('still works after the jobs were tidied and the worker was away', async () => {
    await swap('one', '#c60');
    await tidyJobs();
    await scene.leave();
    await undo('one');
    expect(scene.uploads()).toBe(2);
  });

  test('without the picture, or the account, it says so', async () => {
    const { job } = await swap('one', '#c60');
    expect(await queueUndo({ jobId: 'no-such' }, 0)).toMatchObject({ error: { kind: 'gone' } });
    await removeAccount(job.accountId);
    expect(await queueUndo({ jobId: 'one' }, 0)).toMatchObject({ error: { kind: 'accountGone' } });
    await scene.addAccount();
    if (job.before?.kind === 'saved') await removeFromHistory([job.before.historyId]);
    expect(await queueUndo({ jobId: 'one' }, 0)).toMatchObject({ error: { kind: 'gone' } });
    expect(scene.uploads()).toBe(1);
  });

  test('a picture that X would not take is prepared first', async () => {
    const { job } = await swap('one', '#c60');
    const about = { accountId: job.accountId, kind: 'avatar', source: 'saved' } as const;
    const file = { mime: 'image/webp', widthPx: 9, heightPx: 9, bytes: 3 };
    const historyId = await keepPicture({
      ...about,
      ...file,
      sha256: 'f'.repeat(64),
      pictureKey: null,
      blob: new Blob(['abc']),
    });
    await updateJob('one', (now) => ({ ...now, before: { kind: 'saved', historyId } }));
    expect(await queueUndo({ jobId: 'one' }, 0)).toMatchObject({
      error: { kind: 'needsPreparing' },
    });
    const prepared = await colouredPicture('#00c');
    const blobKey = await storeBlob(new Blob([prepared], { type: 'image/jpeg' }));
    const queued = await queueUndo({ jobId: 'one', blobKey }, Date.now());
    if (!queued.ok) throw new Error(queued.error.kind);
    await scene.runToEnd(scene.runner(), queued.value);
    expect(same(await scene.shownBytes(), prepared)).toBe(true);
  });
});

describe('what was set', () => {
  test('is written down later where the worker was stopped as it went live', async () => {
    const bytes = await scene.beginWith('one', '#c60', { name: 'Beach.jpg' });
    const stopped = scene.runner({ onLive: () => Promise.resolve() });
    await scene.runToEnd(stopped, 'one');
    expect((await scene.entries()).map(({ source }) => source)).toEqual(['saved']);
    await Promise.all([recordSetPictures(), recordSetPictures()]);
    const [set, ...rest] = await scene.entries();
    if (!set) throw new Error('it was recorded');
    expect(rest).toHaveLength(1);
    expect(set).toMatchObject({ source: 'set', name: 'Beach.jpg', pictureKeys: { length: 1 } });
    expect(same(await scene.bytesOf(set), bytes)).toBe(true);
    expect(await findJob('one')).toMatchObject({ setEntryId: set.id });
  });

  test('does not come back after the person deleted it', async () => {
    await swap('one', '#c60');
    await removeFromHistory((await scene.entries()).map(({ id }) => id));
    await recordSetPictures();
    expect(await scene.entries()).toEqual([]);
  });
});

describe('from a private window', () => {
  test('nothing is kept: no pictures, no names, no file once it ended, no record soon after', async () => {
    await scene.beginWith('one', '#c60', { isPrivate: true });
    const job = await scene.runToEnd(scene.runner(), 'one');
    expect(job).toMatchObject({ state: 'live', before: { kind: 'private' } });
    const againAtMs = await forgetPrivateSwaps(job.updatedAtMs + 1);
    expect(againAtMs).toBe(job.updatedAtMs + privateKeptForMs);
    expect(await findBlob(job.blobKey)).toBeNull();
    expect(await scene.entries()).toEqual([]);
    expect(scene.pictureCalls()).toEqual([]);
    expect(await queueUndo({ jobId: 'one' }, 0)).toMatchObject({ error: { kind: 'gone' } });
    expect(await forgetPrivateSwaps(job.updatedAtMs + privateKeptForMs)).toBeNull();
    expect(await findJob('one')).toBeNull();
  });

  test('a failed one can be tried again for a while, then its picture goes too', async () => {
    await scene.beginWith('one', '#c60', { isPrivate: true });
    const job = await scene.runToEnd(scene.runner({ accessOf: async () => null }), 'one');
    expect(job.state).toBe('failed');
    await forgetPrivateSwaps(job.updatedAtMs + 1000);
    expect(await findBlob(job.blobKey)).not.toBeNull();
    await forgetPrivateSwaps(job.updatedAtMs + privateKeptForMs);
    expect(await findBlob(job.blobKey)).toBeNull();
  });

  test("a picture of the history that is sent again from there stays the history's", async () => {
    const { job } = await swap('one', '#c60');
    const [entry] = await scene.entries();
    const { accountId, handle, kind } = job;
    const blobKey = entry?.blobKey ?? '';
    const about = { id: 'two', accountId, handle, kind, blobKey, isPrivate: true };
    await saveJob(newJob(about, Date.now()));
    const again = await scene.runToEnd(scene.runner(), 'two');
    await forgetPrivateSwaps(again.updatedAtMs + 1);
    expect(await findBlob(blobKey)).not.toBeNull();
  });
});

test('fetching the picture before is given up in time', async () => {
  const hanging = (_url: string, { signal }: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(new Error('stopped'))),
    );
  const address = 'https://pbs.twimg.com/profile_images/1/a_normal.jpg';
  expect(await fetchCurrentPicture(hanging, address, AbortSignal.timeout(20))).toEqual({
    ok: false,
    error: { why: 'timedOut' },
  });
});
