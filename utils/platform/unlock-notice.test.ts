import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SwapJob } from '../domain/swap-job.ts';
import { newJob } from '../domain/swap-steps.ts';
import { closeDatabase } from './database.ts';
import { saveJob } from './job-store.ts';
import { askToUnlock, endUnlockNotice, jobOfNotice } from './unlock-notice.ts';

type Create = (id: string, options: { readonly title: string }) => Promise<string>;

const create = vi.fn<Create>((id) => Promise.resolve(id));
const clear = vi.fn(() => Promise.resolve(true));
let contexts: readonly object[] = [];
let isTabActive = true;

const waiting = async (id: string): Promise<SwapJob> => {
  const about = { id, accountId: id, handle: id, kind: 'avatar', blobKey: 'b' } as const;
  const job = { ...newJob(about, Date.now()), state: 'confirming' } as const;
  await saveJob(job);
  return job;
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  create.mockClear();
  clear.mockClear();
  contexts = [];
  const given = browser as unknown as Record<string, Record<string, unknown>>;
  given['notifications'] = {
    create,
    clear,
    getAll: () => Promise.resolve(Object.fromEntries(create.mock.calls.map(([id]) => [id, true]))),
  };
  Object.assign(given['runtime'] ?? {}, { getContexts: () => Promise.resolve(contexts) });
  const get = vi.fn(() => Promise.resolve({ active: isTabActive }));
  Object.assign(given['tabs'] ?? {}, { get });
  vi.spyOn(browser.alarms, 'create').mockResolvedValue(undefined as never);
});

afterEach(async () => {
  await closeDatabase();
  vi.restoreAllMocks();
});

test('one notification asks for all that wait, once, and again only after an unlock', async () => {
  const ada = await waiting('ada_paints');
  const fern = await waiting('fern_walker');
  await Promise.all([askToUnlock(ada), askToUnlock(fern), askToUnlock(ada)]);
  expect(create).toHaveBeenCalledTimes(1);
  const [id, { title }] = create.mock.calls[0] ?? ['', { title: '' }];
  expect(jobOfNotice(id)).toBe('ada_paints');
  expect(title).toMatch(/^Unlock Facelift to finish the swaps of @\w+ and @\w+$/);
  await endUnlockNotice();
  expect(clear).toHaveBeenCalledWith(id);
  await askToUnlock(fern);
  expect(create).toHaveBeenCalledTimes(2);
});

test.each([
  ['the popup', { contextType: 'POPUP' }, true],
  ['a tab in front', { contextType: 'TAB', tabId: 3 }, true],
  ['a tab behind another', { contextType: 'TAB', tabId: 3 }, false],
] as const)('where %s is open', async (_which, context, isSeen) => {
  contexts = [context];
  isTabActive = isSeen;
  const ada = await waiting('ada_paints');
  await askToUnlock(ada);
  // What asks for the passphrase itself needs no notification, for as long as it is there.
  expect(create).toHaveBeenCalledTimes(isSeen ? 0 : 1);
  expect(browser.alarms.create).toHaveBeenCalledTimes(isSeen ? 1 : 0);
  contexts = [];
  await askToUnlock(ada);
  expect(create).toHaveBeenCalledTimes(1);
});

test('the id of any other notification is that of its job', () => {
  expect(jobOfNotice('5d0f7f0e')).toBe('5d0f7f0e');
});
