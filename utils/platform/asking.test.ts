import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askFromOwnPage, pictureNewsOf, wrapNews } from './messaging.ts';

describe('asking while the background is being stopped', () => {
  const lost = new Error('Could not establish connection. Receiving end does not exist.');

  test('what did not arrive is sent again, and arrives once', async () => {
    const sent = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockRejectedValueOnce(lost)
      .mockResolvedValueOnce({ ok: true, value: null } as never);
    expect(await askFromOwnPage('swap.retry', { jobId: '1' })).toEqual({ ok: true, value: null });
    expect(sent).toHaveBeenCalledTimes(2);
    sent.mockRestore();
  });

  test('what may have arrived is not', async () => {
    const sent = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockRejectedValue(new Error('The message port closed before a response was received.'));
    expect(await askFromOwnPage('swap.retry', { jobId: '1' })).toMatchObject({ ok: false });
    expect(sent).toHaveBeenCalledOnce();
    sent.mockRestore();
  });

  test('where nobody ever comes, that is told', async () => {
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(lost);
    const answer = await askFromOwnPage('swap.retry', { jobId: '1' });
    expect(answer).toEqual({ ok: false, error: { kind: 'unreachable' } });
    expect(sent).toHaveBeenCalledTimes(3);
    sent.mockRestore();
  });
});

test('news is told apart from every other message', () => {
  const news = { handle: 'ada_paints', previousKey: '1/a', pictureUrl: 'u' };
  expect(pictureNewsOf(wrapNews(news))).toEqual(news);
  expect(pictureNewsOf({ facelift: 'studio.open', data: news })).toBeNull();
  expect(pictureNewsOf('picture.changed')).toBeNull();
});
