import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { putPage } from './testing/pages.ts';
import { watchPage } from './watch-page.ts';

const onFrame = vi.fn();
const onNodes = vi.fn();
let ending: AbortController;
const startAddress = location.href;

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
/** Long enough for what is not to come; and for what is, however busy the machine, one frame after that. */
const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 80));
  await nextFrame();
  await nextFrame();
};
const app = (): Element => document.querySelector('#react-root') as Element;

beforeEach(async () => {
  putPage('<div id="react-root"><p>here</p></div>');
  ending = new AbortController();
  onFrame.mockReset();
  onNodes.mockReset();
  watchPage({ onFrame, onNodes }, ending.signal);
  await settle();
});

afterEach(() => {
  ending.abort();
  history.replaceState(null, '', startAddress);
  document.documentElement.removeAttribute('data-theme');
});

describe('watchPage', () => {
  it('looks once at the start', () => {
    expect(onFrame).toHaveBeenCalledOnce();
    expect(onFrame).toHaveBeenCalledWith({ address: location.href, look: false, size: false });
  });

  it('tells of new nodes at once, of frames once for many changes', async () => {
    onFrame.mockClear();
    const nodes = Array.from({ length: 50 }, () => document.createElement('div'));
    for (const node of nodes) app().append(node);
    await Promise.resolve();
    expect(onNodes).toHaveBeenCalledOnce();
    expect(onNodes.mock.calls[0]?.[0].added).toEqual(nodes);
    await settle();
    expect(onFrame).toHaveBeenCalledOnce();
  });

  it('tells in what something was taken away, and passes over what is gone again', async () => {
    const brief = document.createElement('div');
    app().append(brief);
    brief.remove();
    app().firstElementChild?.firstChild?.remove();
    await settle();
    const [nodes] = onNodes.mock.calls[0] ?? [];
    expect(nodes.added).toEqual([]);
    expect(nodes.changed).toContain(app().firstElementChild);
  });

  it('notices pushState, replaceState and going back', async () => {
    onFrame.mockClear();
    history.pushState(null, '', '?route=1');
    await settle();
    expect(onFrame.mock.lastCall?.[0].address).toContain('route=1');
    history.replaceState(null, '', '?route=2');
    await settle();
    expect(onFrame.mock.lastCall?.[0].address).toContain('route=2');
    history.back();
    await vi.waitFor(() => expect(onFrame.mock.lastCall?.[0].address).not.toContain('route'));
  });

  it('tells when the theme may have changed', async () => {
    onFrame.mockClear();
    document.documentElement.setAttribute('data-theme', 'dark');
    await settle();
    expect(onFrame.mock.lastCall?.[0]).toMatchObject({ look: true });
    onFrame.mockClear();
    app().append('more');
    await settle();
    expect(onFrame.mock.lastCall?.[0]).toMatchObject({ look: false });
  });

  it('hears nothing once it was ended', async () => {
    onFrame.mockClear();
    app().append(document.createElement('div'));
    ending.abort();
    history.pushState(null, '', '?route=3');
    window.dispatchEvent(new Event('resize'));
    await settle();
    expect(onFrame).not.toHaveBeenCalled();
  });
});
