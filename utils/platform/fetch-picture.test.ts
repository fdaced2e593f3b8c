import { afterEach, expect, test, vi } from 'vitest';
import { fetchPicture } from './fetch-picture.ts';

const asked: [string, RequestInit | undefined][] = [];

const answer = (given: (address: string) => Response): void => {
  asked.length = 0;
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    asked.push([address, init]);
    return Promise.resolve(given(address));
  });
};

const picture = (): Response => new Response(new Blob([Uint8Array.of(1)]));

afterEach(() => vi.unstubAllGlobals());

test('asks without cookies and without saying where from', async () => {
  answer(picture);
  expect((await fetchPicture('https://pictures.example/a.jpg'))?.size).toBe(1);
  expect(asked[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
});

test('of an X avatar the original comes first, then what was shown', async () => {
  const small = 'https://pbs.twimg.com/profile_images/1/a_normal.jpg';
  answer((address) => (address === small ? picture() : new Response('', { status: 404 })));
  expect((await fetchPicture(small))?.size).toBe(1);
  expect(asked.map(([address]) => address)).toEqual([
    small.replace('_normal', ''),
    small.replace('_normal', '_400x400'),
    small,
  ]);
});

test.each(['blob:https://a.example/1', 'file:///a.jpg', 'javascript:alert(1)', 'a.jpg', ''])(
  '%j is not asked for',
  async (address) => {
    answer(picture);
    expect(await fetchPicture(address)).toBeNull();
    expect(asked).toEqual([]);
  },
);

test.each([
  ['an error', new Response('', { status: 403 })],
  ['nothing', new Response('')],
  ['far too much', new Response('x', { headers: { 'content-length': '300000000' } })],
])('%s is no picture', async (_name, response) => {
  answer(() => response);
  expect(await fetchPicture('https://pictures.example/a.jpg')).toBeNull();
});

test('stops when told to', async () => {
  vi.stubGlobal(
    'fetch',
    (_address: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  );
  const stop = new AbortController();
  const asking = fetchPicture('https://pictures.example/a.jpg', stop.signal);
  stop.abort();
  expect(await asking).toBeNull();
});
