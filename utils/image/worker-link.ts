import type { ImageError } from '../domain/image-errors.ts';
import { parseAnswer, type WorkerAnswer, type WorkerRequest } from './protocol.ts';

/** What a request without its id looks like. */
export type Ask = WorkerRequest extends infer R
  ? R extends { readonly kind: 'cancel' }
    ? never
    : Omit<R, 'id'>
  : never;

/** A picture worker and the requests it has not answered yet. */
export interface WorkerLink {
  /**
   * Sends a request and waits for its answer. Aborting settles at once with `cancelled`; past
   * `timeoutMs` the worker is ended and this and all other requests fail.
   */
  ask(request: Ask, signal: AbortSignal, timeoutMs: number): Promise<WorkerAnswer>;
  /** Ends the worker; what it still owes fails with `error`. */
  end(error: ImageError): void;
  readonly hasEnded: () => boolean;
}

/** Takes charge of a worker just started. */
export const linkWorker = (worker: Worker): WorkerLink => {
  const waiting = new Map<number, (answer: WorkerAnswer) => void>();
  let lastId = 0;
  let hasEnded = false;

  const fail = (id: number, error: ImageError): void =>
    waiting.get(id)?.({ kind: 'failed', id, error });

  const end = (error: ImageError): void => {
    hasEnded = true;
    worker.terminate();
    for (const id of waiting.keys()) fail(id, error);
  };

  worker.addEventListener('message', (event) => {
    const answer = parseAnswer(event.data);
    if (answer === null) return;
    const settle = waiting.get(answer.id);
    if (settle !== undefined) settle(answer);
    else if ('preview' in answer) answer.preview.close();
  });
  worker.addEventListener('error', () => end({ kind: 'workerFailed' }));
  worker.addEventListener('messageerror', () => end({ kind: 'workerFailed' }));

  const ask: WorkerLink['ask'] = (request, signal, timeoutMs) =>
    new Promise((resolve) => {
      lastId += 1;
      const id = lastId;
      const cancel = (): void => {
        worker.postMessage({ kind: 'cancel', id } satisfies WorkerRequest);
        fail(id, { kind: 'cancelled' });
      };
      const timer = setTimeout(() => end({ kind: 'timedOut', afterMs: timeoutMs }), timeoutMs);
      waiting.set(id, (answer) => {
        waiting.delete(id);
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        resolve(answer);
      });
      if (signal.aborted) return fail(id, { kind: 'cancelled' });
      if (hasEnded) return fail(id, { kind: 'workerFailed' });
      signal.addEventListener('abort', cancel, { once: true });
      const transfer = request.kind === 'adopt' ? [request.bitmap] : [];
      worker.postMessage({ ...request, id } satisfies WorkerRequest, transfer);
    });

  return { ask, end, hasEnded: () => hasEnded };
};
