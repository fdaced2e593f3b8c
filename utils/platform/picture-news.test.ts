import { expect, test } from 'vitest';
import type { PictureNews } from './messages.ts';
import { pictureNewsOf, wrapNews } from './messaging.ts';

test('news is told apart from every other message', () => {
  const news: PictureNews = {
    kind: 'avatar',
    handle: 'ada_paints',
    previousKey: '1/a',
    pictureUrl: 'u',
  };
  expect(pictureNewsOf(wrapNews(news))).toEqual(news);
  expect(pictureNewsOf({ facelift: 'studio.open', data: news })).toBeNull();
  expect(pictureNewsOf('picture.changed')).toBeNull();
});
