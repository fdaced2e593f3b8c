import type { ImageError } from '../domain/image-errors.ts';
import { parseMessage, type WorkerAnswer, type WorkerRequest } from './protocol.ts';

/** What a request without its id looks like. */
export type Ask = WorkerRequest extends infer R
  ? R extends { readonly kind: 'cancel' }
    ? never
    : Omit<R, 'id'>
  : never;

/** A request the worker has not answered yet. */
interface Waiting {
  readonly settle: (answer: WorkerAnswer) => void;
  readonly onRendered: ((picture: Blob) => void) | undefined;
}

/** A picture worker and the requests it has not answered yet. */
export interface WorkerLink {
  /**
   * Sends a request and waits for its answer. Aborting settles at once with `cancelled`; past
   * `timeoutMs` the worker is ended and this and all other requests fail. `onRendered` is called
   * before a `prepare` settles, never after.
   */
  ask(
    request: Ask,
    signal: AbortSignal,
    timeoutMs: number,
    onRendered?: (picture: Blob) => void,
  ): Promise<WorkerAnswer>;
  /** Ends the worker; what it still owes fails with `error`. */
  end(error: ImageError): void;
  readonly hasEnded: () => boolean;
}

/** Takes charge of a worker just started; `endHelper` ends what was started along with it. */
export const linkWorker = (worker: Worker, endHelper = (): void => {}): WorkerLink => {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let hasEnded = false;

  const fail = (id: number, error: ImageError): void =>
    waiting.get(id)?.settle({ kind: 'failed', id, error });

  const end = (error: ImageError): void => {
    hasEnded = true;
    worker.terminate();
    endHelper();
    for (const id of waiting.keys()) fail(id, error);
  };

  worker.addEventListener('message', (event) => {
    const message = parseMessage(event.data);
    if (message === null) return;
    const asked = waiting.get(message.id);
    if (message.kind === 'rendered') asked?.onRendered?.(message.picture);
    else if (asked !== undefined) asked.settle(message);
    else if ('preview' in message) message.preview.close();
  });
  worker.addEventListener('error', () => end({ kind: 'workerFailed' }));
  worker.addEventListener('messageerror', () => end({ kind: 'workerFailed' }));

  const ask: WorkerLink['ask'] = (request, signal, timeoutMs, onRendered) =>
    new Promise((resolve) => {
      lastId += 1;
      const id = lastId;
      const cancel = (): void => {
        worker.postMessage({ kind: 'cancel', id } satisfies WorkerRequest);
        fail(id, { kind: 'cancelled' });
      };
      const timer = setTimeout(() => end({ kind: 'timedOut', afterMs: timeoutMs }), timeoutMs);
      const settle = (answer: WorkerAnswer): void => {
        waiting.delete(id);
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        resolve(answer);
      };
      waiting.set(id, { settle, onRendered });
      if (signal.aborted) return fail(id, { kind: 'cancelled' });
      if (hasEnded) return fail(id, { kind: 'workerFailed' });
      signal.addEventListener('abort', cancel, { once: true });
      const transfer = request.kind === 'adopt' ? [request.bitmap] : [];
      worker.postMessage({ ...request, id } satisfies WorkerRequest, transfer);
    });

  return { ask, end, hasEnded: () => hasEnded };
};
