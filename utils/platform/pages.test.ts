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

describe('for a private window', () => {
  const windowOf = (id: number, incognito: boolean) => ({ id, incognito }) as never;

  test('the studio opens in an ordinary one that is there, and comes to the front', async () => {
    const all = [windowOf(1, false), windowOf(2, true)];
    vi.spyOn(browser.windows, 'getAll').mockResolvedValue(all as never);
    const update = vi.spyOn(browser.windows, 'update').mockResolvedValue({} as never);
    const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
    await openStudio({ handle: 'ada_paints', isPrivate: true });
    expect(create.mock.lastCall?.[0]).toMatchObject({ windowId: 1 });
    expect(opened()).toMatch(/studio\.html\?.*private=1/);
    expect(update).toHaveBeenCalledWith(1, { focused: true });
  });

  test('and in a new ordinary one where there is none', async () => {
    vi.spyOn(browser.windows, 'getAll').mockResolvedValue([windowOf(2, true)] as never);
    const create = vi.spyOn(browser.windows, 'create').mockResolvedValue({} as never);
    await openStudio({ isPrivate: true });
    const url = expect.stringContaining('private=1') as string;
    expect(create).toHaveBeenCalledWith({ url, incognito: false });
  });
});

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
