import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import fixtures from './fixtures/oauth1-vectors.json' with { type: 'json' };
import { authorizationHeader, baseUri, normalisedParameters, signatureBase } from './oauth1.ts';
import { percentEncode, type Pairs } from './percent-encode.ts';

type Vector = (typeof fixtures.vectors)[number];

const pairs = (list: readonly (readonly string[])[]): Pairs =>
  list.map(([name = '', value = '']) => [name, value]);

const headerOf = (vector: Vector): string =>
  authorizationHeader(
    {
      method: vector.method,
      url: vector.url,
      form: pairs(vector.form),
      oauth: pairs(vector.oauth),
    },
    vector.keys,
    // Two sources sign a word in place of the time, so the text goes in as it stands.
    { nonce: vector.nonce, timestampS: vector.timestamp as never, version: vector.version },
  );

const fieldsOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    header
      .replace(/^OAuth /, '')
      .split(', ')
      .map((field) => {
        const [name = '', quoted = ''] = field.split('=');
        return [decodeURIComponent(name), decodeURIComponent(quoted.slice(1, -1))];
      }),
  );

describe('published and derived vectors', () => {
  test.each(fixtures.vectors)('$name', (vector) => {
    expect(fieldsOf(headerOf(vector)).get('oauth_signature')).toBe(vector.signature);
  });

  test.each(fixtures.vectors.filter(({ base }) => base))('base string of $name', (vector) => {
    const oauth = [...fieldsOf(headerOf(vector))].filter(([name]) => name !== 'oauth_signature');
    const request = { method: vector.method, url: vector.url, form: pairs(vector.form) };
    expect(signatureBase(request, oauth)).toBe(vector.base);
  });

  test.each(fixtures.percentEncoding)('percent-encodes $raw', ({ raw, encoded }) => {
    expect(percentEncode(raw)).toBe(encoded);
  });

  test.each(fixtures.normalisedParameters)('normalises $query', ({ query, normalized }) => {
    expect(normalisedParameters([...new URLSearchParams(query)])).toBe(normalized);
  });

  test.each(fixtures.baseUri)('base URI of $url', ({ url, base }) => {
    expect(baseUri(url)).toBe(base);
  });
});

describe('header', () => {
  const keys = { apiKey: 'k', apiKeySecret: 's', accessToken: 't', accessTokenSecret: 'u' };
  const moment = { nonce: 'n', timestampS: 1 };
  const url = 'https://api.x.com/1.1/account/update_profile_image.json';

  test('names every oauth parameter once and nothing else', () => {
    const header = authorizationHeader(
      { method: 'POST', url: `${url}?skip_status=true` },
      keys,
      moment,
    );
    expect([...fieldsOf(header).keys()]).toEqual([
      'oauth_consumer_key',
      'oauth_nonce',
      'oauth_signature',
      'oauth_signature_method',
      'oauth_timestamp',
      'oauth_token',
      'oauth_version',
    ]);
  });

  test.each([null, ''])('leaves the token out when it is %j', (accessToken) => {
    const header = authorizationHeader({ method: 'GET', url }, { ...keys, accessToken }, moment);
    expect(header).not.toContain('oauth_token');
  });

  test('never holds a secret', () => {
    const secret = { ...keys, apiKeySecret: 'SECRET-ONE', accessTokenSecret: 'SECRET-TWO' };
    expect(authorizationHeader({ method: 'GET', url }, secret, moment)).not.toMatch(/SECRET/);
  });

  test('changes with each of host, method, query, body, nonce, time and secrets', () => {
    const sign = (change: object, k = keys, m = moment): string =>
      authorizationHeader({ method: 'POST', url, ...change }, k, m);
    const all = [
      sign({}),
      sign({ url: url.replace('x.com', 'twitter.com') }),
      sign({ method: 'GET' }),
      sign({ url: `${url}?a=1` }),
      sign({ form: [['a', '2']] }),
      sign({}, keys, { ...moment, nonce: 'm' }),
      sign({}, keys, { ...moment, timestampS: 2 }),
      sign({}, { ...keys, apiKeySecret: 'x' }),
      sign({}, { ...keys, accessTokenSecret: 'x' }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

test('percent-encoding is undone by decoding, and leaves only unreserved characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const encoded = percentEncode(text);
      expect(encoded).toMatch(/^(?:[\w.~-]|%[0-9A-F]{2})*$/);
      expect(decodeURIComponent(encoded)).toBe(text.toWellFormed());
    }),
  );
});
