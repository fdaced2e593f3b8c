import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sandboxFetch } from '../../sandbox/fetch.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { parseImageUrl } from '../domain/image-urls/image-urls.ts';
import { everySize } from '../domain/image-urls/same-picture.ts';
import { fetchSize } from './fetch-size.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ showDelayMs: 0 });
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const get = (address: string, signal = new AbortController().signal) =>
  fetchSize(sandboxFetch(sandbox.port), address, signal);

const world = () => sandbox.control.world;
const person = (handle: string) => {
  const found = world().userByHandle(handle);
  if (!found) throw new Error(`no ${handle}`);
  return found;
};
const sizesOf = (address = '') => {
  const url = parseImageUrl(address);
  if (!url) throw new Error(`${address} is no picture of X`);
  return everySize(url);
};

describe('every size there is', () => {
  test.each(['night_tram', 'copper_kettle', 'blank_slate'])(
    'of the avatar of %s',
    async (handle) => {
      for (const { size, address } of sizesOf(world().avatarUrl(person(handle)))) {
        const file = await get(address);
        if (!file.ok) throw new Error(`${address}: ${file.error.kind}`);
        const edgePx = size.widthPx ?? file.value.widthPx;
        expect(file.value).toMatchObject({ widthPx: edgePx, heightPx: edgePx });
        expect(file.value.blob.size).toBeGreaterThan(100);
        expect(file.value.blob.type).toBe(file.value.mime);
      }
    },
  );

  test('of a banner', async () => {
    for (const { size, address } of sizesOf(world().bannerUrl(person('night_tram')))) {
      expect(await get(address)).toMatchObject({
        ok: true,
        value: { widthPx: size.widthPx, heightPx: size.heightPx, mime: 'image/jpeg' },
      });
    }
  });
});

test('an old host is swapped for today’s, without cookies, referrer and redirects', async () => {
  const asked: [string, RequestInit][] = [];
  const { signal } = new AbortController();
  const empty = (url: string, init: RequestInit) => {
    asked.push([url, init]);
    return Promise.resolve(new Response('x'));
  };
  const old = 'http://a0.twimg.com/profile_images/18/gu_normal';
  expect(await fetchSize(empty, old, signal)).toEqual({ ok: false, error: { kind: 'notAnImage' } });
  expect(asked[0]?.[0]).toBe('https://pbs.twimg.com/profile_images/18/gu_normal');
  expect(asked[0]?.[1]).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'no-store',
  });
  for (const other of ['https://pictures.example/open.jpg', 'data:image/png;base64,AA', '']) {
    expect(await fetchSize(empty, other, signal)).toMatchObject({ error: { kind: 'unreachable' } });
  }
  expect(asked).toHaveLength(1);
});

describe('what is not shown', () => {
  const address = () => world().avatarUrl(person('night_tram'), 'bigger');
  const host = 'pbs.twimg.com';

  test.each([
    [404, 'gone'],
    [403, 'gone'],
    [500, 'refused'],
  ] as const)('status %i is %s', async (status, kind) => {
    sandbox.control.addFault({ kind: 'status', status, match: { host } });
    expect(await get(address())).toEqual({ ok: false, error: { kind, status } });
  });

  test('a lost line', async () => {
    sandbox.control.addFault({ kind: 'drop-before', match: { host } });
    expect(await get(address())).toEqual({ ok: false, error: { kind: 'unreachable' } });
  });

  test('what was stopped', async () => {
    sandbox.control.addFault({ kind: 'slow', ms: 5_000, match: { host } });
    const stop = new AbortController();
    const asking = get(address(), stop.signal);
    stop.abort();
    expect(await asking).toEqual({ ok: false, error: { kind: 'unreachable' } });
  });

  test('more bytes than are taken in', async () => {
    const { signal } = new AbortController();
    const told = { 'content-length': '20000001' };
    const tooMuch = () => Promise.resolve(new Response('x', { headers: told }));
    expect(await fetchSize(tooMuch, address(), signal)).toMatchObject({
      error: { kind: 'tooLarge' },
    });
    // A length that is not told, or lies, is counted.
    const block = new Uint8Array(4_000_000);
    const endless = () =>
      Promise.resolve(
        new Response(new ReadableStream({ pull: (stream) => stream.enqueue(block) })),
      );
    expect(await fetchSize(endless, address(), signal)).toMatchObject({
      error: { kind: 'tooLarge' },
    });
  });
});
