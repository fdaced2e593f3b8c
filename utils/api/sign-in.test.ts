import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import fixtures from './fixtures/oauth1-vectors.json' with { type: 'json' };
import { authorizationHeader } from './oauth1.ts';
import { accessToken, authorizeAddress, pinCallback, requestToken } from './sign-in.ts';

const app = { apiKey: 'app-key', apiKeySecret: 'app-secret' };
const granted = 'oauth_token=request-1&oauth_token_secret=secret%2B1&oauth_callback_confirmed=true';

interface Seen {
  url: string;
  init: RequestInit;
}

/** A server that answers everything alike, and what it was asked. */
const server = (body: string, status = 200) => {
  const seen: Seen[] = [];
  const caller = {
    apiBase: 'https://social.example/api',
    app,
    signal: new AbortController().signal,
    ports: {
      nowMs: () => 1_700_000_000_000,
      nonce: () => 'abc',
      fetch: async (url: string, init: RequestInit) => {
        seen.push({ url, init });
        return new Response(body, { status, headers: { 'content-type': 'text/html' } });
      },
    },
  };
  return { caller, seen };
};

const headersOf = ({ init }: Seen): Headers => new Headers(init.headers);

const fieldsOf = (header: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decodeURIComponent(value),
    ]),
  );

/** RFC 5849, 3.4, by hand: shares no code with what is tested. */
const signatureOf = (url: string, fields: Readonly<Record<string, string>>, key: string) => {
  const normal = Object.entries(fields)
    .filter(([name]) => name !== 'oauth_signature')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .toSorted()
    .join('&');
  const base = ['POST', url, normal].map(encodeURIComponent).join('&');
  return createHmac('sha1', key).update(base).digest('base64');
};

test('the derived vector for a request token is met', () => {
  const vector = fixtures.vectors.find(({ name }) => name === 'derived-request-token-oob');
  if (!vector) throw new Error('the vector is there');
  const header = authorizationHeader(
    {
      method: vector.method,
      url: vector.url,
      form: vector.form.map(([name = '', value = '']) => [name, value] as const),
      oauth: [['oauth_callback', pinCallback]],
    },
    vector.keys,
    { nonce: vector.nonce, timestampS: Number(vector.timestamp), version: vector.version },
  );
  expect(fieldsOf(header)['oauth_signature']).toBe(vector.signature);
});

describe('the request token', () => {
  test('is asked for by the app alone, with the callback in the signed header and nowhere else', async () => {
    const { caller, seen } = server(granted);
    const callback = 'https://abc.chromiumapp.org/';
    expect(await requestToken(caller, callback)).toEqual({
      ok: true,
      value: { token: 'request-1', secret: 'secret+1' },
    });
    const [call] = seen;
    if (!call) throw new Error('it was asked for');
    expect(call.url).toBe('https://social.example/api/oauth/request_token');
    expect(call.init).toMatchObject({ method: 'POST', body: null, redirect: 'error' });
    expect(headersOf(call).get('accept')).toBe('application/json');
    const fields = fieldsOf(headersOf(call).get('authorization') ?? '');
    expect(fields).toMatchObject({ oauth_callback: callback, oauth_consumer_key: 'app-key' });
    expect(fields).not.toHaveProperty('oauth_token');
    expect(fields['oauth_signature']).toBe(signatureOf(call.url, fields, 'app-secret&'));
  });

  test.each([
    ['an unconfirmed callback', granted.replace('true', 'false')],
    ['no word about the callback', 'oauth_token=a&oauth_token_secret=b'],
    ['no secret', 'oauth_token=a&oauth_callback_confirmed=true'],
    ['a page', '<html>Hello</html>'],
    ['nothing', ''],
  ])('%s is no answer', async (_name, body) => {
    const answer = await requestToken(server(body).caller, pinCallback);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'badAnswer', message: '' } });
  });
});

test('the page is that of the server, with the token alone', () => {
  expect(authorizeAddress('https://api.x.com', 'a b+/')).toBe(
    'https://api.x.com/oauth/authorize?oauth_token=a%20b%2B%2F',
  );
});

describe('the access token', () => {
  test('is asked for with the request token and the verifier', async () => {
    const { caller, seen } = server('oauth_token=12-own&oauth_token_secret=s&user_id=12');
    const request = { token: 'request-1', secret: 'secret+1' };
    expect(await accessToken(caller, request, '0123456')).toEqual({
      ok: true,
      value: { token: '12-own', secret: 's' },
    });
    const [call] = seen;
    if (!call) throw new Error('it was asked for');
    const fields = fieldsOf(headersOf(call).get('authorization') ?? '');
    expect(fields).toMatchObject({ oauth_token: 'request-1', oauth_verifier: '0123456' });
    expect(fields['oauth_signature']).toBe(signatureOf(call.url, fields, 'app-secret&secret%2B1'));
  });

  test('an answer without a pair is none, and does not tell what it held', async () => {
    const { caller } = server('oauth_token=half-of-it');
    const answer = await accessToken(caller, { token: 'a', secret: 'b' }, '1');
    expect(answer).toMatchObject({ ok: false, error: { kind: 'badAnswer', message: '' } });
  });
});
