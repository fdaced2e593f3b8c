import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { barContentScripts, clearWhatIsNotOurs } from './session-key.ts';

beforeEach(() => fakeBrowser.reset());

test('where the browser cannot bar content scripts, what they put into storage goes at once', async () => {
  await browser.storage.local.set({ before: 'somebody was here' });
  clearWhatIsNotOurs();
  await barContentScripts();
  expect(await browser.storage.local.get(null)).toEqual({});
  await browser.storage.local.set({ a: 'x'.repeat(1000), b: 1 });
  await browser.storage.sync.set({ c: 1 });
  await browser.storage.session.set({ unlockedKey: 'ours' });
  await vi.waitFor(async () => {
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await browser.storage.sync.get(null)).toEqual({});
  });
  expect(await browser.storage.session.get(null)).toEqual({ unlockedKey: 'ours' });
});
