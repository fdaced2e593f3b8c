import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAsked } from './sizes-asked.ts';

describe('a person', () => {
  test.each([
    'ada_paints',
    '@ada_paints',
    '  @ada_paints ',
    'https://x.com/ada_paints',
    'http://twitter.com/ada_paints/',
    'x.com/ada_paints',
    'www.x.com/@ada_paints',
    '//mobile.twitter.com/ada_paints?lang=en',
    'https://x.com/ada_paints/status/20#m',
    'HTTPS://X.COM/ada_paints/photo',
  ])('%s', (text) => {
    expect(parseAsked(text)).toEqual({ ok: true, value: { kind: 'person', handle: 'ada_paints' } });
  });

  test.each(['@i', 'home', '@explorer_x', 'old'])(
    '%s may be a handle where it stands alone',
    (text) => {
      expect(parseAsked(text)).toMatchObject({ ok: true, value: { kind: 'person' } });
    },
  );
});

describe('a picture', () => {
  test.each([
    ['https://pbs.twimg.com/profile_images/1/a_normal.jpg', 'avatar'],
    ['pbs.twimg.com/profile_images/1/a_normal.jpg', 'avatar'],
    ['//a0.twimg.com/profile_images/1/a', 'avatar'],
    [' https://pbs.twimg.com/profile_banners/1/2/web\n', 'banner'],
    ['abs.twimg.com/sticky/default_profile_images/default_profile_normal.png', 'default'],
  ])('%s', (text, kind) => {
    expect(parseAsked(text)).toMatchObject({ ok: true, value: { kind: 'picture', url: { kind } } });
  });
});

test.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['https://x.com/', 'otherAddress'],
  ['x.com', 'otherAddress'],
  ['https://x.com/home', 'otherAddress'],
  ['https://x.com/i/flow/login', 'otherAddress'],
  ['https://x.com/SETTINGS/profile', 'otherAddress'],
  ['https://pbs.twimg.com/media/a.jpg', 'otherAddress'],
  ['https://evil.example/x.com/ada_paints', 'otherAddress'],
  ['https://x.com.evil.example/ada_paints', 'otherAddress'],
  ['https://ada@x.com/ada_paints', 'otherAddress'],
  ['javascript:alert(1)', 'otherAddress'],
  ['ada.paints', 'otherAddress'],
  ['ada paints', 'noHandle'],
  ['@@ada', 'noHandle'],
  ['@', 'noHandle'],
  ['a'.repeat(21), 'noHandle'],
  ['adä', 'noHandle'],
  ['x.com/ada-paints', 'noHandle'],
])('%j is %s', (text, kind) => {
  expect(parseAsked(text)).toEqual({ ok: false, error: { kind } });
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseAsked(text)));
});
