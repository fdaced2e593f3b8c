import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  type OwnHandlers,
  type PageHandlers,
  pictureNewsOf,
  serveMessages,
  wrapNews,
} from './messaging.ts';
import * as parse from './parse-message.ts';

const handle = vi.fn(() => Promise.resolve(null));

const page: PageHandlers = { 'studio.open': { parse: parse.parseStudioOpen, handle } };
const own: OwnHandlers = {
  'account.add': { parse: parse.parseAccountAdd, handle: handle as never },
  'account.remove': { parse: parse.parseAccountId, handle },
  'swap.start': { parse: parse.parseSwapStart, handle: handle as never },
  'swap.retry': { parse: parse.parseJobId, handle },
  'swap.cancel': { parse: parse.parseJobId, handle },
};

const keys = { apiKey: 'a', apiKeySecret: 'b', accessToken: 'c', accessTokenSecret: 'd' };
const start = { accountId: '1', kind: 'avatar', blobKey: 'b' };

let listener: (message: unknown, sender: object) => unknown;

const ask = (message: unknown, url: string | undefined, id: string = browser.runtime.id) =>
  listener(message, { id, ...(url !== undefined && { url }) });

const ownUrl = (): string => browser.runtime.getURL('/studio.html' as never);

beforeEach(() => {
  fakeBrowser.reset();
  handle.mockClear();
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((given) => {
    listener = given as never;
  });
  serveMessages(page, own);
});

describe('who may ask what', () => {
  const ownOnly: readonly [string, unknown][] = [
    ['account.add', { keys }],
    ['account.remove', { accountId: '1' }],
    ['swap.start', start],
    ['swap.retry', { jobId: '1' }],
    ['swap.cancel', { jobId: '1' }],
  ];

  test.each(ownOnly)('own pages may %s', async (facelift, data) => {
    await expect(ask({ facelift, data }, ownUrl())).resolves.toMatchObject({ ok: true });
    expect(handle).toHaveBeenCalledOnce();
  });

  const strangers = [
    'https://x.com/ada_paints',
    'https://twitter.com/',
    'https://x.com.evil.example/',
    'https://evil.example/studio.html',
    'about:blank',
    'not an address',
    undefined,
  ];

  test.each(ownOnly)('content scripts may not %s', async (facelift, data) => {
    for (const url of strangers) {
      await expect(ask({ facelift, data }, url)).resolves.toEqual({
        ok: false,
        error: { kind: 'refused' },
      });
    }
    await expect(ask({ facelift, data }, ownUrl(), 'another-extension')).resolves.toMatchObject({
      ok: false,
    });
    expect(handle).not.toHaveBeenCalled();
  });

  test('X pages may open the studio, other pages may not', async () => {
    const message = { facelift: 'studio.open', data: { handle: 'ada_paints' } };
    await expect(ask(message, 'https://x.com/ada_paints')).resolves.toMatchObject({ ok: true });
    await expect(ask(message, 'https://twitter.com/ada_paints')).resolves.toMatchObject({
      ok: true,
    });
    await expect(ask(message, 'https://evil.example/')).resolves.toMatchObject({ ok: false });
    expect(handle).toHaveBeenCalledTimes(2);
  });
});

describe('odd messages', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'no.such', ''])(
    'the kind %j is refused',
    async (facelift) => {
      await expect(ask({ facelift, data: {} }, ownUrl())).resolves.toMatchObject({ ok: false });
    },
  );

  test.each([null, 1, 'text', [], {}, { facelift: 1 }, { other: 'studio.open' }])(
    '%j is not ours and left to others',
    (message) => {
      expect(ask(message, ownUrl())).toBeUndefined();
    },
  );

  test.each([
    ['studio.open', { handle: '../../etc' }],
    ['studio.open', { handle: 'a'.repeat(21) }],
    ['studio.open', null],
    ['account.add', { keys: { ...keys, apiKey: 1 } }],
    ['account.add', { keys: { ...keys, apiKey: 'x'.repeat(501) } }],
    ['account.add', {}],
    ['account.remove', { accountId: ['1'] }],
    ['swap.start', { ...start, kind: 'header' }],
    ['swap.start', { ...start, blobKey: 'a/b' }],
    ['swap.retry', { jobId: '' }],
  ])('%s with %j reaches no handler', async (facelift, data) => {
    await expect(ask({ facelift, data }, ownUrl())).resolves.toEqual({
      ok: false,
      error: { kind: 'refused' },
    });
    expect(handle).not.toHaveBeenCalled();
  });
});

test('news is told apart from every other message', () => {
  const news = { handle: 'ada_paints', previousKey: '1/a', pictureUrl: 'u' };
  expect(pictureNewsOf(wrapNews(news))).toEqual(news);
  expect(pictureNewsOf({ facelift: 'studio.open', data: news })).toBeNull();
  expect(pictureNewsOf('picture.changed')).toBeNull();
});
