import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avatarAt, avatarKeyOf, imageAddress, type ImageUrl, parseImageUrl } from './image-urls.ts';
import { everySize } from './same-picture.ts';
import { avatarSizes, avatarWords, bannerSizes } from './sizes.ts';

const ids = fc.bigInt(0n, 2n ** 63n - 1n).map(String);
const variants = fc.constantFrom(...avatarSizes.map(({ name }) => name));
const extensions = fc.constantFrom('', '.jpg', '.PNG', '.jpeg', '.gif', '.bmp');
/** A bare token that ends in a size's word reads as that size: X's scheme is so. */
const endsInWord = (token: string): boolean =>
  avatarWords.some((word) => token.endsWith(`_${word}`));
const tokens = fc
  .array(fc.constantFrom('a', 'Z', '7', '_', '-', '%20', '.', '_normal', '_x96', 'small'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `k${parts.join('')}`)
  .filter((token) => !endsInWord(token) && !/\.(?:jpe?g|png|gif|bmp|webp)$/i.test(token));
const hosts = fc.constantFrom(
  'https://pbs.twimg.com',
  'http://a4.twimg.com',
  '//si2.twimg.com',
  'https://twimg3-a.akamaihd.net',
  'http://s3.amazonaws.com/twitter_production',
);

const anyUrl: fc.Arbitrary<ImageUrl> = fc.oneof(
  fc.record({
    kind: fc.constant('avatar' as const),
    key: fc.tuple(ids, tokens).map(([id, token]) => `${id}/${token}`),
    variant: variants,
    extension: extensions,
    query: fc.constantFrom('', '?v=2'),
  }),
  fc.record({
    kind: fc.constant('banner' as const),
    key: fc.tuple(ids, fc.nat()).map(([id, second]) => `${id}/${second}`),
    variant: fc.constantFrom(...bannerSizes.map(({ name }) => name), 'base' as const),
    query: fc.constantFrom('', '?v=2'),
  }),
  fc.record({
    kind: fc.constant('default' as const),
    egg: fc.option(fc.nat(9)),
    variant: variants,
  }),
);

const usually = (sane: string, ...odd: string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(sane) }, fc.constantFrom(...odd));

/** Texts that come close to addresses: pure noise would never get past the first check. */
const nearly = fc
  .tuple(
    usually('https://', 'http://', '//', 'https:', 'HTTPS://', 'https:\\\\', ' https://', ''),
    usually('', 'ada@', 'ada:b@'),
    usually(
      'pbs.twimg.com',
      'si0.twimg.com',
      'PBS.twimg.com',
      's3.amazonaws.com/twitter_production',
      's3.amazonaws.com',
      'evil.example',
      'pbs.twimg.com.evil.example',
      'pbs.twimg.com@evil.example',
      'pbs.twimg.com\\.evil.example',
      'evil.example/pbs.twimg.com',
      'pbs.twimg.com.',
    ),
    usually('', ':443', ':80', ':8443', ':', ':443@evil.example'),
    usually(
      '/profile_images/1/a',
      '/profile_banners/783214/1611950530',
      '/sticky/default_profile_images/default_profile',
      '/profile_images/1/',
      '/profile_images/',
      '/../profile_images/1/a',
      '/media/a',
    ),
    fc
      .array(
        fc.constantFrom(
          'a',
          '_normal',
          '_x96',
          '/web',
          '/1x1',
          '_3',
          '.png',
          '.jpg',
          '.',
          '..',
          '/',
          '\\',
          '%2f',
          '%2e',
          '%5c',
          '%',
          '?v=1',
          '#',
          '@',
          'é',
          ' ',
          '\n',
          '\0',
        ),
        { maxLength: 3 },
      )
      .map((parts) => parts.join('')),
  )
  .map((parts) => parts.join(''));

const homes: ReadonlySet<string> = new Set(['https://pbs.twimg.com', 'https://abs.twimg.com']);

const anyText = fc.oneof(nearly, fc.string(), fc.webUrl());
const picture = nearly.filter((text) => parseImageUrl(text) !== null);

describe('whatever the address is', () => {
  test('what is put together is taken apart again', () => {
    fc.assert(
      fc.property(anyUrl, (url) => {
        expect(parseImageUrl(imageAddress(url))).toEqual(url);
      }),
    );
  });

  test('a size of a size is that size', () => {
    fc.assert(
      fc.property(
        fc.tuple(hosts, ids, tokens, extensions),
        variants,
        variants,
        variants,
        ([host, id, token, extension], first, second, third) => {
          const word = first === 'original' ? '' : `_${first}`;
          const address = `${host}/profile_images/${id}/${token}${word}${extension}`;
          const twice = avatarAt(avatarAt(address, second), third);
          expect(twice).toBe(avatarAt(address, third));
          expect(avatarAt(twice, third)).toBe(twice);
          expect(avatarKeyOf(twice)).toBe(`${id}/${token}`);
        },
      ),
    );
  });

  test('it never throws, and what is none of them stays as it is', () => {
    const none = anyText.filter((text) => parseImageUrl(text) === null);
    fc.assert(
      fc.property(none, (text) => {
        expect(avatarAt(text, 'mini')).toBe(text);
        expect(avatarKeyOf(text)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test('it leads to the two hosts of today, and as it is written', () => {
    fc.assert(
      fc.property(picture, (text) => {
        const url = parseImageUrl(text);
        for (const { address } of url ? everySize(url) : []) {
          expect(homes).toContain(new URL(address).origin);
          // Nothing in it leads out of its folder.
          const written = address.replace(/\?.*$/s, '').split('/').slice(3);
          const read = new URL(address).pathname.split('/').slice(1);
          expect([read.length, read[0], read[1]]).toEqual([written.length, written[0], written[1]]);
        }
      }),
    );
  });

  test('what is taken for a picture of X, a browser fetches from a host X has had', () => {
    const known =
      /(?:\.twimg\.com|^twimg\d-a\.akamaihd\.net|^s3\.amazonaws\.com|^static\.twitter\.com)$/;
    fc.assert(
      fc.property(picture, (text) => {
        expect(new URL(text, 'https://x.com').hostname).toMatch(known);
      }),
    );
  });
});
