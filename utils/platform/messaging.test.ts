import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type OwnHandlers, type PageHandlers, serveMessages } from './messaging.ts';
import { messageKinds } from './messages.ts';
import * as parse from './parse-message.ts';

const handle = vi.fn(() => Promise.resolve(null));

const page: PageHandlers = { 'studio.open': { parse: parse.parseStudioOpen, handle } };
const own: OwnHandlers = {
  'account.add': { parse: parse.parseAccountAdd, handle: handle as never },
  'account.remove': { parse: parse.parseAccountId, handle },
  'account.makeDefault': { parse: parse.parseAccountId, handle },
  'signIn.begin': { parse: parse.parseSignInBegin, handle: handle as never },
  'signIn.finish': { parse: parse.parseSignInFinish, handle: handle as never },
  'signIn.open': { parse: parse.parseNothing, handle: handle as never },
  'signIn.cancel': { parse: parse.parseNothing, handle },
  'signIn.state': { parse: parse.parseNothing, handle },
  'swap.start': { parse: parse.parseSwapStart, handle: handle as never },
  'swap.undo': { parse: parse.parseSwapUndo, handle: handle as never },
  'swap.retry': { parse: parse.parseJobId, handle },
  'swap.cancel': { parse: parse.parseJobId, handle },
  'swap.resume': { parse: parse.parseResume, handle },
  'person.find': { parse: parse.parsePersonFind, handle: handle as never },
  'security.unlock': { parse: parse.parsePassphrase, handle: handle as never },
  'security.lock': { parse: parse.parseNothing, handle },
  'security.set': { parse: parse.parsePassphrase, handle: handle as never },
  'security.change': { parse: parse.parseChange, handle: handle as never },
  'security.remove': { parse: parse.parseCurrent, handle: handle as never },
  'security.autoLock': { parse: parse.parseMinutes, handle },
  'everything.erase': { parse: parse.parseNothing, handle },
};

const apiBase = 'https://api.x.com';
const keys = { apiKey: 'a', apiKeySecret: 'b', accessToken: 'c', accessTokenSecret: 'd' };
const start = { accountId: '1', kind: 'avatar', blobKey: 'b' };

const goodData: Record<keyof OwnHandlers, unknown> = {
  'account.add': { keys, apiBase },
  'account.remove': { accountId: '1' },
  'account.makeDefault': { accountId: '7-0123456789abcdef' },
  'signIn.begin': { app: { kind: 'account', accountId: '1' }, by: 'pin' },
  'signIn.finish': { pin: '0123456' },
  'signIn.open': {},
  'signIn.cancel': {},
  'signIn.state': {},
  'swap.start': start,
  'swap.undo': { jobId: '1', blobKey: 'b' },
  'swap.retry': { jobId: '1' },
  'swap.cancel': { jobId: '1' },
  'swap.resume': { isBackOnline: true },
  'person.find': { who: { handle: 'ada_paints' }, accountId: '1' },
  'security.unlock': { passphrase: 'a long one' },
  'security.lock': {},
  'security.set': { passphrase: 'a long one' },
  'security.change': { current: 'a long one', next: 'another one' },
  'security.remove': { current: 'a long one' },
  'security.autoLock': { minutes: 15 },
  'everything.erase': {},
};
const ownOnly = Object.entries(goodData);

const refused = { ok: false, error: { kind: 'refused' } };

let listener: (message: unknown, sender: object) => unknown;

const base = (): string => browser.runtime.getURL('/');

/** How browsers describe one of the extension's own pages in a tab. */
const ownTab = (over: object = {}): object => ({
  id: browser.runtime.id,
  url: `${base()}studio.html`,
  origin: base().replace(/\/$/, ''),
  frameId: 0,
  tab: { id: 1 },
  ...over,
});

/** How browsers describe the content script on a page of X. */
const script = (over: object = {}): object => ({
  id: browser.runtime.id,
  url: 'https://x.com/ada_paints',
  origin: 'https://x.com',
  frameId: 0,
  tab: { id: 7 },
  ...over,
});

const ask = (message: unknown, sender: object = ownTab()) => listener(message, sender);

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
  handle.mockReset();
  handle.mockResolvedValue(null);
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((given) => {
    listener = given as never;
  });
  serveMessages(page, own);
});

test('the tables of kinds are those that are served', () => {
  expect(Object.keys(messageKinds.fromPage)).toEqual(Object.keys(page));
  expect(Object.keys(messageKinds.fromOwnPages).toSorted()).toEqual(Object.keys(own).toSorted());
});

describe('who may ask what', () => {
  test.each(ownOnly)('own pages may %s', async (facelift, data) => {
    await expect(ask({ facelift, data })).resolves.toEqual({ ok: true, value: null });
    // The popup stands in no tab, and some browsers give it neither frame nor origin.
    const popup = { id: browser.runtime.id, url: `${base()}popup.html` };
    await expect(ask({ facelift, data }, popup)).resolves.toMatchObject({ ok: true });
    expect(handle).toHaveBeenCalledTimes(2);
  });

  const strangers: readonly (readonly [string, () => object])[] = [
    ['the content script', () => script()],
    ['the content script on twitter.com', () => script({ url: 'https://twitter.com/' })],
    ['a look-alike', () => script({ url: 'https://x.com.evil.example/' })],
    ['another site', () => script({ url: 'https://evil.example/studio.html' })],
    ['a page with our address in its own', () => script({ url: `https://x.com/?${base()}` })],
    ['a page of our name at another scheme', () => script({ url: 'http://x.com/' })],
    ['nowhere', () => script({ url: undefined })],
    ['about:blank', () => script({ url: 'about:blank' })],
    ['no address at all', () => script({ url: 'not an address' })],
    ['another extension', () => ownTab({ id: 'another-extension' })],
    ['nobody', () => ownTab({ id: undefined })],
    ['an own page inside another page', () => ownTab({ frameId: 3 })],
    ['an own page in a sandboxed frame', () => ownTab({ origin: 'null' })],
    ['an own address with another origin', () => ownTab({ origin: 'https://x.com' })],
    [
      'an address that only begins like ours',
      () => ownTab({ url: base().replace(/\/$/, '.evil/') }),
    ],
  ];

  test.each(strangers)('%s may ask nothing of the own pages’ kinds', async (_who, sender) => {
    for (const [facelift, data] of ownOnly) {
      await expect(ask({ facelift, data }, sender())).resolves.toEqual(refused);
    }
    expect(handle).not.toHaveBeenCalled();
  });

  const open = { facelift: 'studio.open', data: { handle: 'ada_paints' } };

  test('X pages may open the studio', async () => {
    await expect(ask(open, script())).resolves.toMatchObject({ ok: true });
    const other = script({ url: 'https://twitter.com/ada_paints', origin: 'https://twitter.com' });
    await expect(ask(open, other)).resolves.toMatchObject({ ok: true });
    expect(handle).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['other pages', { url: 'https://evil.example/', origin: 'https://evil.example' }],
    ['X inside another page', { frameId: 4 }],
    ['X in a sandboxed frame', { origin: 'null' }],
    ['X outside any tab', { tab: undefined }],
    ['another extension', { id: 'another-extension' }],
  ])('%s may not', async (_who, over) => {
    await expect(ask(open, script(over))).resolves.toEqual(refused);
    expect(handle).not.toHaveBeenCalled();
  });

  test('what a page sends along is left behind', async () => {
    const data = { handle: 'ada_paints', apiBase: 'https://evil.example', keys, blob: 'x' };
    await ask({ facelift: 'studio.open', data }, script());
    expect(handle).toHaveBeenCalledWith({ handle: 'ada_paints' }, { isPrivate: false });
    await ask({ facelift: 'account.add', data: { keys, apiBase, access: 'read-write' } });
    expect(handle).toHaveBeenLastCalledWith({ keys, apiBase }, { isPrivate: false });
  });
});

describe('how often a page may ask', () => {
  const open = { facelift: 'studio.open', data: { handle: 'ada_paints' } };
  const fromTab = (id: number) => ask(open, script({ tab: { id } }));
  const minuteMs = 60_000;

  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_795_000_000_000 }));

  test('three times in five seconds from one tab', async () => {
    for (let times = 0; times < 100; times += 1) await fromTab(7);
    expect(handle).toHaveBeenCalledTimes(3);
    vi.setSystemTime(Date.now() + 5_000);
    await expect(fromTab(7)).resolves.toMatchObject({ ok: true });
  });

  test('twelve times a minute from all tabs together', async () => {
    for (let tab = 0; tab < 100; tab += 1) await fromTab(tab);
    expect(handle).toHaveBeenCalledTimes(12);
    await expect(fromTab(200)).resolves.toEqual(refused);
    vi.setSystemTime(Date.now() + minuteMs);
    await expect(fromTab(200)).resolves.toMatchObject({ ok: true });
  });

  test('messages that are not allowed use up nothing, own pages are not bounded', async () => {
    for (let times = 0; times < 50; times += 1) {
      await ask({ facelift: 'swap.start', data: start }, script());
      await expect(ask({ facelift: 'security.lock', data: {} })).resolves.toMatchObject({
        ok: true,
      });
    }
    await expect(fromTab(7)).resolves.toMatchObject({ ok: true });
  });
});

test('a handler that fails says nothing about why', async () => {
  handle.mockRejectedValue(new Error('marked-secret'));
  const answer = await ask({ facelift: 'swap.retry', data: { jobId: '1' } });
  expect(answer).toEqual({ ok: false, error: { kind: 'failed' } });
});

describe('odd messages', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'no.such', ''])(
    'the kind %j is refused',
    async (facelift) => {
      await expect(ask({ facelift, data: {} })).resolves.toMatchObject({ ok: false });
    },
  );

  test.each([null, 1, 'text', [], {}, { facelift: 1 }, { other: 'studio.open' }])(
    '%j is not ours and left to others',
    (message) => {
      expect(ask(message)).toBeUndefined();
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
    ['swap.undo', { jobId: '1', blobKey: '../b' }],
    ['swap.retry', { jobId: '' }],
    ['security.unlock', { passphrase: 'x'.repeat(1001) }],
    ['security.set', { passphrase: ['a long one'] }],
    ['security.change', { current: 'a long one' }],
    ['security.remove', null],
    ['security.autoLock', { minutes: 0 }],
    ['security.autoLock', { minutes: 1e9 }],
  ])('%s with %j reaches no handler', async (facelift, data) => {
    await expect(ask({ facelift, data })).resolves.toEqual(refused);
    expect(handle).not.toHaveBeenCalled();
  });
});
