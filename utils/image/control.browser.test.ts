import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idleMs, openPicture, warmUp } from './open-picture.ts';
import { middleRect, never, opened } from './testing/opened.ts';
import { fileOf, photoPixels } from './testing/pictures.ts';

vi.setConfig({ testTimeout: 30_000 });

const cancelled = { ok: false, error: { kind: 'cancelled' } };
const large = fileOf(photoPixels(3200, 2400), 3200, 'image/jpeg');

/** The picture workers and their helpers started during a test, and those ended. */
let workers: Worker[] = [];
let helpers: Worker[] = [];
let ended: Worker[] = [];

beforeEach(() => {
  [workers, helpers, ended] = [[], [], []];
  vi.stubGlobal(
    'Worker',
    class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        (String(url).includes('strips') ? helpers : workers).push(this);
      }
      override terminate(): void {
        ended.push(this);
        super.terminate();
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('opening can be cancelled before and while it runs', async () => {
  expect(await openPicture(await large, AbortSignal.abort())).toEqual(cancelled);
  expect(workers).toHaveLength(0);
  const caller = new AbortController();
  const opening = openPicture(await large, caller.signal);
  setTimeout(() => caller.abort(), 5);
  expect(await opening).toEqual(cancelled);
});

test('of several frames asked for while dragging the newest wins, and soon', async () => {
  const picture = await opened(await large);
  const frameAt = (x: number) =>
    picture.prepare({ kind: 'avatar', rect: { x, y: 0, width: 2400, height: 2400 } }, never);
  const aloneFromMs = performance.now();
  const alone = await frameAt(200);
  const aloneMs = performance.now() - aloneFromMs;
  const draggedFromMs = performance.now();
  const dragged: ReturnType<typeof frameAt>[] = [];
  for (const x of [0, 40, 80, 120, 160, 200]) {
    dragged.push(frameAt(x));
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  const settled = await Promise.all(dragged);
  expect(performance.now() - draggedFromMs).toBeLessThan(2.5 * aloneMs + 300);
  expect(settled.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => cancelled));
  const newest = settled.at(-1);
  if (!alone.ok || !newest?.ok) throw new Error('the newest frame was not prepared');
  expect(newest.value.facts).toEqual(alone.value.facts);
  picture.close();
});

test('one frame can be cancelled and the picture stays open', async () => {
  const picture = await opened(await large);
  const request = { kind: 'banner', rect: middleRect(picture.facts, 'banner') } as const;
  const caller = new AbortController();
  const first = picture.prepare(request, caller.signal);
  caller.abort();
  expect(await first).toEqual(cancelled);
  expect(await picture.prepare(request, never)).toMatchObject({ ok: true });
  expect(workers).toHaveLength(1);
  picture.close();
});

test('closing settles what is under way, and later requests', async () => {
  const picture = await opened(await large);
  const request = { kind: 'avatar', rect: middleRect(picture.facts, 'avatar') } as const;
  const first = picture.prepare(request, never);
  picture.close();
  expect(await first).toEqual(cancelled);
  expect(await picture.prepare(request, never)).toEqual(cancelled);
  expect(workers).toHaveLength(1);
});

test('after a crash the next frame comes from a fresh worker', async () => {
  const picture = await opened(await large);
  const request = { kind: 'avatar', rect: middleRect(picture.facts, 'avatar') } as const;
  const first = picture.prepare(request, never);
  workers[0]?.dispatchEvent(new ErrorEvent('error'));
  expect(await first).toEqual({ ok: false, error: { kind: 'workerFailed' } });
  expect(await picture.prepare(request, never)).toMatchObject({ ok: true });
  expect(workers).toHaveLength(2);
  picture.close();
});

test('a worker at rest is let go, and the next frame comes all the same', async () => {
  const picture = await opened(await large);
  const request = { kind: 'avatar', rect: middleRect(picture.facts, 'avatar') } as const;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const first = await picture.prepare(request, never);
  vi.advanceTimersByTime(idleMs + 1);
  vi.useRealTimers();
  const second = await picture.prepare(request, never);
  if (!first.ok || !second.ok) throw new Error('not prepared');
  expect(second.value.facts).toEqual(first.value.facts);
  expect(workers).toHaveLength(2);
  picture.close();
});

test('a helper ends with its worker', async () => {
  const picture = await opened(await large);
  expect([workers.length, helpers.length]).toEqual([1, 1]);
  expect(ended).toEqual([]);
  picture.close();
  expect(ended).toEqual([...workers, ...helpers]);
});

test('a worker started ahead is the one that is used', async () => {
  warmUp();
  warmUp();
  expect(workers).toHaveLength(1);
  const picture = await opened(await large);
  expect(workers).toHaveLength(1);
  picture.close();
});
