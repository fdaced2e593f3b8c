import sharp from 'sharp';
import type { HistoryEntry } from '../../domain/history.ts';
import type { SwapJob } from '../../domain/swap-job.ts';
import { newJob } from '../../domain/swap-steps.ts';
import { findBlob, storeBlob } from '../../platform/blob-store.ts';
import { listHistory } from '../../platform/history-store.ts';
import { saveJob } from '../../platform/job-store.ts';
import { saveAccount } from '../../platform/secrets/account-secrets.ts';
import { recordSetPictures } from '../history/record-set.ts';
import { saveBefore } from '../history/save-before.ts';
import { showsPictureBefore } from '../history/shows-before.ts';
import { createSwapRunner, type RunnerPorts, type SwapRunner } from '../runner.ts';
import { openScene, type Scene } from './scene.ts';

/** A scene whose swaps save the picture before and write down what they set, as in the browser. */
export interface HistoryScene extends Scene {
  runner(change?: Partial<RunnerPorts>): SwapRunner;
  /** The account as the extension has it stored. */
  addAccount(): Promise<void>;
  /** Queues a swap to a picture in one colour; returns the picture's bytes. */
  beginWith(id: string, colour: string, over?: Partial<SwapJob>): Promise<Uint8Array>;
  /** What the sandbox was sent last, byte for byte: it keeps originals as they came. */
  shownBytes(): Promise<Uint8Array>;
  bytesOf(entry: HistoryEntry): Promise<Uint8Array>;
  entries(): Promise<readonly HistoryEntry[]>;
  /** Requests for pictures so far, as paths. */
  pictureCalls(): readonly string[];
}

/** A picture with some grain, so that sizes and hashes differ. */
export const colouredPicture = async (
  colour: string,
  edgePx = 400,
): Promise<Uint8Array<ArrayBuffer>> => {
  const size = { width: edgePx, height: edgePx, channels: 3 as const };
  const pixels = await sharp({ create: { ...size, background: colour } })
    .jpeg()
    .toBuffer();
  return new Uint8Array(pixels);
};

/** Starts a sandbox of its own; close it with `sandbox.close()`. */
export const openHistoryScene = async (): Promise<HistoryScene> => {
  const scene = await openScene();
  const bytesOfBlob = async (blob: Blob): Promise<Uint8Array> =>
    new Uint8Array(await blob.arrayBuffer());
  return {
    ...scene,
    runner: (change = {}) =>
      createSwapRunner(
        scene.ports({
          beforeSend: (job, user, stop) => saveBefore(scene.api().fetch, job, user, stop),
          // X gives every upload an address of its own: only where a swap's arrival is unknown.
          showsBefore: async (job, user, stop) =>
            job.state === 'checking' && showsPictureBefore(scene.api().fetch, job, user, stop),
          onLive: async (job) => {
            scene.told.live.push(job);
            await recordSetPictures();
          },
          ...change,
        }),
      ),
    addAccount: async () => {
      const { id, handle, keys } = scene.account();
      const about = { id, handle, name: handle, pictureUrl: '', apiBase: 'https://api.x.com' };
      await saveAccount({ ...about, access: 'read-write', addedAtMs: 1 }, keys);
    },
    beginWith: async (id, colour, over = {}) => {
      const bytes = await colouredPicture(colour);
      const { id: accountId, handle } = scene.account();
      const blobKey = await storeBlob(new Blob([bytes], { type: 'image/jpeg' }));
      const about = { id, accountId, handle, kind: 'avatar', blobKey } as const;
      await saveJob({ ...newJob(about, Date.now()), ...over });
      return bytes;
    },
    shownBytes: async () => {
      const picture = scene.sandbox.control.world.signedIn.picture;
      if (!picture) throw new Error('the account has the default picture');
      return picture.bytes();
    },
    bytesOf: async ({ blobKey }) => {
      const blob = await findBlob(blobKey);
      if (!blob) throw new Error('the file is gone');
      return bytesOfBlob(blob);
    },
    entries: listHistory,
    pictureCalls: () =>
      scene.sandbox.control
        .calls()
        .filter(({ host }) => host === 'pbs.twimg.com')
        .map(({ path }) => path),
  };
};
