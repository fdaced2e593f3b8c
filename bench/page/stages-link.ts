import type { Kind } from '../reference/centre-crop.ts';
import { joinHelper } from '../../utils/image/strips/join-helper.ts';
import type { Stages } from './page-api.ts';
import StagesWorker from './stages.worker.ts?worker';

/** What the stages worker sends back. */
export interface StagesAnswer {
  readonly stages: Omit<Stages, 'workerStartMs'>;
  readonly startedAtMs: number;
}

/** Takes the production pipeline through its steps one by one, in a worker of its own. */
export const askStages = (source: Blob, kind: Kind): Promise<Stages> =>
  new Promise((resolve, reject) => {
    const askedAtMs = performance.timeOrigin + performance.now();
    const worker = new StagesWorker();
    const endHelper = joinHelper(worker);
    worker.addEventListener('message', ({ data }: MessageEvent<StagesAnswer | string>) => {
      worker.terminate();
      endHelper();
      if (typeof data === 'string') return reject(new Error(data));
      resolve({ workerStartMs: data.startedAtMs - askedAtMs, ...data.stages });
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage({ source, kind });
  });
