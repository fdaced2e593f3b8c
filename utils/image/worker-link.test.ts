import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WorkerRequest } from './protocol.ts';
import { linkWorker } from './worker-link.ts';

/** Stands in for a worker: keeps what it was sent, and answers when told. */
class FakeWorker extends EventTarget {
  readonly sent: WorkerRequest[] = [];
  isTerminated = false;

  postMessage(request: WorkerRequest): void {
    this.sent.push(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const started = () => {
  const worker = new FakeWorker();
  return { worker, link: linkWorker(worker as unknown as Worker) };
};

const never = new AbortController().signal;
const rect = { x: 0, y: 0, width: 9, height: 9 };
const prepare = { kind: 'prepare', request: { kind: 'avatar', rect } } as const;
const failure = (id: number, kind: string) => ({ kind: 'failed', id, error: { kind } });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an answer reaches the request with its id', async () => {
  const { worker, link } = started();
  const [first, second] = [link.ask(prepare, never, 1000), link.ask(prepare, never, 1000)];
  const answer = { kind: 'prepared', id: 2, blob: new Blob(['x']), facts: {} };
  worker.say(answer);
  expect(await second).toBe(answer);
  worker.say(failure(1, 'encodeFailed'));
  expect(await first).toEqual(failure(1, 'encodeFailed'));
  expect(link.hasEnded()).toBe(false);
});

test('pixels to show reach their request until it settles, and never after', async () => {
  const { worker, link } = started();
  const shown: Blob[] = [];
  const caller = new AbortController();
  const first = link.ask(prepare, caller.signal, 1000, (picture) => shown.push(picture));
  const second = link.ask(prepare, never, 1000, (picture) => shown.push(picture));
  const pictures = [new Blob(['0']), new Blob(['1'])] as const;
  const say = (id: 1 | 2) => worker.say({ kind: 'rendered', id, picture: pictures[id - 1] });
  caller.abort();
  say(1);
  expect(shown).toEqual([]);
  say(2);
  expect(shown).toEqual([pictures[1]]);
  worker.say(failure(2, 'encodeFailed'));
  say(2);
  expect(shown).toHaveLength(1);
  expect(await first).toEqual(failure(1, 'cancelled'));
  expect(await second).toEqual(failure(2, 'encodeFailed'));
});

test('what is no answer is ignored', async () => {
  const { worker, link } = started();
  const asked = link.ask(prepare, never, 1000);
  const junk = [null, 7, 'prepared', {}, { kind: 'prepared', id: 1 }, { kind: 'toString', id: 1 }];
  for (const data of [...junk, failure(9, 'encodeFailed')]) worker.say(data);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await asked).toEqual({
    kind: 'failed',
    id: 1,
    error: { kind: 'timedOut', afterMs: 1000 },
  });
});

test('a time-out ends the worker and everything it still owed', async () => {
  const { worker, link } = started();
  const [slow, other] = [link.ask(prepare, never, 500), link.ask(prepare, never, 5000)];
  await vi.advanceTimersByTimeAsync(500);
  const error = { kind: 'timedOut', afterMs: 500 };
  expect(await slow).toMatchObject({ error });
  expect(await other).toMatchObject({ error });
  expect(worker.isTerminated).toBe(true);
  expect(await link.ask(prepare, never, 500)).toMatchObject({ error: { kind: 'workerFailed' } });
});

test('cancelling settles at once and tells the worker', async () => {
  const { worker, link } = started();
  const caller = new AbortController();
  const asked = link.ask(prepare, caller.signal, 1000);
  caller.abort();
  expect(await asked).toEqual(failure(1, 'cancelled'));
  expect(worker.sent.at(-1)).toEqual({ kind: 'cancel', id: 1 });
  expect(worker.isTerminated).toBe(false);
  expect(await link.ask(prepare, caller.signal, 1000)).toEqual(failure(2, 'cancelled'));
  expect(worker.sent).toHaveLength(2);
});

test.each(['error', 'messageerror'])(
  'a worker that breaks (%s) fails what it owes',
  async (event) => {
    const { worker, link } = started();
    const asked = link.ask(prepare, never, 1000);
    worker.dispatchEvent(new Event(event));
    expect(await asked).toEqual(failure(1, 'workerFailed'));
    expect(link.hasEnded()).toBe(true);
  },
);
