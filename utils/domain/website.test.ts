import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptWebsite, readWebsite, shownWebsite, type WebsiteProblem } from './website.ts';

describe('what a person types', () => {
  test.each([
    ['http://ada.example/', 'http://ada.example/', false],
    ['  https://ada.example/prints?x=1#top ', 'https://ada.example/prints?x=1#top', false],
    ['HTTPS://Ada.Example', 'HTTPS://Ada.Example', false],
    ['ada.example', 'http://ada.example', true],
    ['ada.example/prints', 'http://ada.example/prints', true],
    ['ada.example:8080/a', 'http://ada.example:8080/a', true],
    ['www.ada.example?q=a@b', 'http://www.ada.example?q=a@b', true],
    ['münchen.example', 'http://münchen.example', true],
    ['例え.テスト', 'http://例え.テスト', true],
    ['xn--r8jz45g.xn--zckzah', 'http://xn--r8jz45g.xn--zckzah', true],
    ['127.0.0.1/a', 'http://127.0.0.1/a', true],
    ['a_b.ada.example', 'http://a_b.ada.example', true],
    ['', '', false],
    ['  ', '', false],
  ])('%j is kept as %j', (typed, address, isCompleted) => {
    expect(readWebsite(typed)).toEqual({ ok: true, value: { address, isCompleted } });
    expect(keptWebsite(typed)).toBe(address);
  });

  test.each<[string, WebsiteProblem]>([
    ['ada example', 'spaces'],
    ['https://ada.example/my prints', 'spaces'],
    ['ada@mail.example', 'mail'],
    ['https://ada:pass@ada.example', 'mail'],
    ['mailto:ada@mail.example', 'scheme'],
    ['ftp://ada.example', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['ada', 'host'],
    ['localhost', 'host'],
    ['https://', 'host'],
    ['http:///path', 'host'],
    ['-ada.example', 'host'],
    ['ada..example', 'host'],
    ['ada.example:99999', 'host'],
    ['1.2.3.256', 'host'],
    ['ada.1', 'host'],
    ['.', 'host'],
  ])('%j cannot be a website: %s', (typed, why) => {
    expect(readWebsite(typed)).toEqual({ ok: false, error: why });
    expect(keptWebsite(typed)).toBe(typed.trim());
  });
});

test('keeping is done once and for all, and nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.domain()), (typed) => {
      const kept = keptWebsite(typed);
      expect(keptWebsite(kept)).toBe(kept);
      shownWebsite(typed);
    }),
  );
});

test('every address of the web is taken, with or without its scheme', () => {
  const known = fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true });
  fc.assert(
    fc.property(known, (address) => {
      expect(readWebsite(address).ok).toBe(true);
      const bare = address.replace(/^https?:\/\//, '');
      expect(readWebsite(bare)).toMatchObject({ value: { address: `http://${bare}` } });
    }),
  );
});

test.each([
  ['https://www.ada.example/', 'ada.example'],
  ['http://ada.example/prints/', 'ada.example/prints'],
  ['ada.example', 'ada.example'],
])('X shows %s as %s', (typed, shown) => {
  expect(shownWebsite(typed)).toBe(shown);
});
