import { beforeEach, expect, test } from 'vitest';
import { createBannerRepainter } from './repaint-banner.ts';

const banner = 'https://pbs.twimg.com/profile_banners';
const news = { previousKey: '12/100', pictureUrl: `${banner}/12/200` };

const header = (key: string, variant = '1500x500'): Element => {
  const link = document.createElement('a');
  const address = `${banner}/${key}/${variant}`;
  link.href = '/ada_paints/header_photo';
  link.innerHTML = `<div style="background-image: url('${address}')"></div><img src="${address}" alt="">`;
  document.body.append(link);
  return link;
};
const drawn = (link: Element): readonly (string | null | undefined)[] => [
  link.querySelector('img')?.getAttribute('src'),
  /url\("(.+)"\)/.exec(link.querySelector('div')?.style.backgroundImage ?? '')?.[1],
];

beforeEach(() => document.body.replaceChildren());

test('both layers show the new banner in the size that was there', () => {
  const [own, small, other] = [header('12/100'), header('12/100', '600x200'), header('13/100')];
  createBannerRepainter(document).show(news);
  expect(drawn(own)).toEqual([`${banner}/12/200/1500x500`, `${banner}/12/200/1500x500`]);
  expect(drawn(small)).toEqual([`${banner}/12/200/600x200`, `${banner}/12/200/600x200`]);
  expect(drawn(other)).toEqual([`${banner}/13/100/1500x500`, `${banner}/13/100/1500x500`]);
});

test('what X draws again from its old data is repainted, a later banner is not', () => {
  const repainter = createBannerRepainter(document);
  repainter.show(news);
  const [again, later] = [header('12/100'), header('12/300')];
  repainter.look({ added: [again, later], changed: [] });
  expect(drawn(again)[0]).toBe(`${banner}/12/200/1500x500`);
  expect(drawn(later)[0]).toBe(`${banner}/12/300/1500x500`);
});

test('a second swap is followed, and so is the way back', () => {
  const repainter = createBannerRepainter(document);
  const first = header('12/100');
  repainter.show(news);
  repainter.show({ previousKey: '12/200', pictureUrl: `${banner}/12/300` });
  expect(drawn(first)[0]).toBe(`${banner}/12/300/1500x500`);
  const stale = header('12/100');
  repainter.look({ added: [stale], changed: [] });
  expect(drawn(stale)[0]).toBe(`${banner}/12/300/1500x500`);
});

test('where there was none, or none is left, nothing is invented', () => {
  const repainter = createBannerRepainter(document);
  const link = header('12/100');
  repainter.show({ previousKey: null, pictureUrl: `${banner}/12/200` });
  repainter.show({ previousKey: '12/100', pictureUrl: '' });
  expect(drawn(link)[0]).toBe(`${banner}/12/100/1500x500`);
});
