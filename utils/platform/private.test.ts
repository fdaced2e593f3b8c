import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type OwnHandlers, serveMessages } from './messaging.ts';
import { openStudio, studioTargetOf } from './pages.ts';
import * as parse from './parse-message.ts';

const handle = vi.fn(() => Promise.resolve(null));
let listener: (message: unknown, sender: object) => unknown;

beforeEach(() => {
  fakeBrowser.reset();
  handle.mockClear();
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((given) => {
    listener = given as never;
  });
  const own = { 'swap.start': { parse: parse.parseSwapStart, handle } };
  serveMessages(
    { 'studio.open': { parse: parse.parseStudioOpen, handle } },
    own as unknown as OwnHandlers,
  );
});

test('whether a page is of a private window is told by the browser, not by the page', async () => {
  const sender = {
    id: browser.runtime.id,
    url: 'https://x.com/ada_paints',
    frameId: 0,
    tab: { id: 7, incognito: true },
  };
  const data = { handle: 'ada_paints', isPrivate: false };
  await listener({ facelift: 'studio.open', data }, sender);
  expect(handle).toHaveBeenCalledWith({ handle: 'ada_paints' }, { isPrivate: true });
});

test('an own page may say that it stands for a private window, and then no name is taken', async () => {
  const sender = { id: browser.runtime.id, url: `${browser.runtime.getURL('/')}popup.html` };
  const start = { accountId: '1', kind: 'avatar', blobKey: 'b' };
  const ask = (over: object) =>
    listener({ facelift: 'swap.start', data: { ...start, ...over } }, sender);
  await ask({ name: 'Beach.jpg', isPrivate: true });
  expect(handle).toHaveBeenLastCalledWith({ ...start, isPrivate: true }, { isPrivate: false });
  await ask({ name: ' A\nb ', isPrivate: 'yes' });
  expect(handle).toHaveBeenLastCalledWith(
    { ...start, isPrivate: false, name: 'A b' },
    { isPrivate: false },
  );
});

test('the studio opened from a private window knows it', async () => {
  const create = vi.spyOn(browser.tabs, 'create');
  vi.spyOn(browser.windows, 'update').mockResolvedValue({} as never);
  const ordinary = [{ id: 1, incognito: false }];
  vi.spyOn(browser.windows, 'getAll').mockResolvedValue(ordinary as never);
  await openStudio({ handle: 'ada_paints', isPrivate: true });
  const url = create.mock.lastCall?.[0].url ?? '';
  expect(studioTargetOf(new URL(url).search)).toEqual({ handle: 'ada_paints', isPrivate: true });
  await openStudio({ handle: 'ada_paints', isPrivate: false });
  expect(create.mock.lastCall?.[0].url).not.toContain('private');
});
