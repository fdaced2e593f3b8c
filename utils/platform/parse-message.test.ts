import { describe, expect, test } from 'vitest';
import * as parse from './parse-message.ts';

const keys = { apiKey: ' a ', apiKeySecret: 'b', accessToken: 'c', accessTokenSecret: 'd' };
const app = { kind: 'keys', keys, apiBase: 'https://social.example/api' };

describe('the server of an account', () => {
  test.each([
    undefined,
    '',
    'https://api.x.com/',
    'x.com',
    'http://social.example',
    'https://a@social.example',
    'https://social.example/?a',
    'https://social.example/1.1',
    7,
  ])('%j is refused: pages send addresses in one form only', (apiBase) => {
    expect(parse.parseAccountAdd({ keys, apiBase })).toBeNull();
    expect(parse.parseSignInBegin({ app: { ...app, apiBase }, by: 'pin' })).toBeNull();
  });
});

describe('a sign-in', () => {
  test('begins with two keys, trimmed and nothing besides, or with an account', () => {
    expect(
      parse.parseSignInBegin({ app, by: 'redirect', callback: 'https://evil.example' }),
    ).toEqual({
      app: { ...app, keys: { apiKey: 'a', apiKeySecret: 'b' } },
      by: 'redirect',
    });
    const account = { kind: 'account', accountId: '7-0123456789abcdef' };
    expect(parse.parseSignInBegin({ app: { ...account, keys }, by: 'pin' })).toEqual({
      app: account,
      by: 'pin',
    });
  });

  test.each([
    { app },
    { app, by: 'magic' },
    { app: { ...app, kind: 'other' }, by: 'pin' },
    { app: { ...app, keys: { apiKey: 'a'.repeat(501), apiKeySecret: 'b' } }, by: 'pin' },
    { app: { kind: 'account', accountId: '../7' }, by: 'pin' },
    { by: 'pin' },
    null,
  ])('%j begins none', (data) => expect(parse.parseSignInBegin(data)).toBeNull());

  test('ends with a PIN or an address, of a length that may be one', () => {
    expect(parse.parseSignInFinish({ pin: ' 012 ' })).toEqual({ pin: ' 012 ' });
    expect(parse.parseSignInFinish({ returned: 'https://a/' })).toEqual({ returned: 'https://a/' });
    for (const odd of [{}, { pin: 7 }, { pin: '0'.repeat(101) }, { returned: 'a'.repeat(2001) }])
      expect(parse.parseSignInFinish(odd)).toBeNull();
  });
});

test('a swap may be one of a batch, under a name of the same kind as all others', () => {
  const start = { accountId: '1', kind: 'avatar', blobKey: 'b', isPrivate: false };
  expect(parse.parseSwapStart(start)).toEqual(start);
  expect(parse.parseSwapStart({ ...start, batchId: 'x-1' })).toEqual({ ...start, batchId: 'x-1' });
  for (const batchId of ['', 'a b', 7, null])
    expect(parse.parseSwapStart({ ...start, batchId })).toBeNull();
});

describe('a person to look up', () => {
  test('goes by handle or id, with nothing besides', () => {
    const handle = { handle: 'ada_paints', userId: '1', apiBase: 'https://evil.example' };
    expect(parse.parsePersonFind({ who: handle, accountId: '7' })).toEqual({
      who: { handle: 'ada_paints' },
      accountId: '7',
    });
    const id = { userId: '1354479643882004483' };
    expect(parse.parsePersonFind({ who: id, accountId: '7' })).toEqual({ who: id, accountId: '7' });
  });

  test.each([
    { who: { handle: '../i' }, accountId: '7' },
    { who: { handle: '' }, accountId: '7' },
    { who: { userId: '1/2' }, accountId: '7' },
    { who: { userId: '1'.repeat(20) }, accountId: '7' },
    { who: { userId: 7 }, accountId: '7' },
    { who: { handle: 'ada_paints' } },
    { who: 'ada_paints', accountId: '7' },
    null,
  ])('%j is none', (data) => {
    expect(parse.parsePersonFind(data)).toBeNull();
  });
});

describe('texts of a profile', () => {
  const request = { accountId: '1', saveId: 's', changes: { name: ' A ', url: '' } };

  test('come as they were typed, known fields only', () => {
    const changes = { ...request.changes, profile_link_color: 'f00' };
    expect(parse.parseProfileSave({ ...request, changes, more: 1 })).toEqual(request);
    expect(parse.parseSaveId({ saveId: 's', more: 1 })).toEqual({ saveId: 's' });
  });

  test.each([
    ['none at all', {}],
    ['a blank name', { name: '  ' }],
    ['one that is no text', { location: null }],
    ['one beyond reason', { description: 'x'.repeat(4001) }],
    ['other fields only', { screen_name: 'ada_paints' }],
    ['text in place of fields', 'name'],
  ])('%s: refused', (_what, changes) => {
    expect(parse.parseProfileSave({ ...request, changes })).toBeNull();
  });

  test.each([{ accountId: '../1' }, { saveId: '' }, { saveId: 'a b' }])('%j: refused', (over) => {
    expect(parse.parseProfileSave({ ...request, ...over })).toBeNull();
  });
});
