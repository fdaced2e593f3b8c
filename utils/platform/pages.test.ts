import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openStudio, studioTargetOf } from './pages.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

const opened = (): string => {
  const [given] = vi.mocked(browser.tabs.create).mock.calls[0] ?? [];
  return given?.url ?? '';
};

describe('the studio', () => {
  test.each([
    {},
    { handle: 'ada_paints' },
    { handoffId: '0b2f' },
    { handle: 'ada_paints', handoffId: '0b2f' },
    { sizesOf: 'https://pbs.twimg.com/profile_images/1/a%20b_normal.jpg?v=2&w=3' },
  ])('opened with %j reads the same back', async (target) => {
    vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
    await openStudio(target);
    const { pathname, search } = new URL(opened());
    expect(pathname).toBe('/studio.html');
    expect(studioTargetOf(search)).toEqual(target);
  });

  test('opens a window where there is none to put a tab into', async () => {
    vi.spyOn(browser.tabs, 'create').mockRejectedValue(new Error('No current window'));
    const window = vi.spyOn(browser.windows, 'create').mockResolvedValue({} as never);
    await openStudio({ handoffId: '1' });
    expect(window).toHaveBeenCalledWith({ url: expect.stringContaining('?handoff=1') as string });
  });
});
