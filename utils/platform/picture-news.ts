import { browser } from 'wxt/browser';
import type { PictureNews } from './messages.ts';
import { pictureNewsOf, wrapNews } from './messaging.ts';

const xPages = ['https://x.com/*', 'https://twitter.com/*'];

/** Tells every open X page that an account has a new picture. Pages without the script are passed over. */
export const tellOpenPages = async (news: PictureNews): Promise<void> => {
  const tabs = await browser.tabs.query({ url: xPages });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [browser.tabs.sendMessage(id, wrapNews(news))],
    ),
  );
};

/** Calls back in a content script when the background tells of a new picture, until `signal` aborts. */
export const onPictureNews = (listener: (news: PictureNews) => void, signal: AbortSignal): void => {
  const receive = (message: unknown): undefined => {
    const news = pictureNewsOf(message);
    if (news) listener(news);
  };
  browser.runtime.onMessage.addListener(receive);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(receive), {
    once: true,
  });
};
