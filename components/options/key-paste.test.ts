import { describe, expect, test } from 'vitest';
import { splitKeys } from './key-paste.ts';

const keys = {
  apiKey: 'aaaaaaaaaaaaaaaaaaaaaaaaa',
  apiKeySecret: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
  accessToken: '1234567890-cccccccccccccccccccccc',
  accessTokenSecret: 'dddddddddddddddddddddddddddd',
};
const { apiKey: a, apiKeySecret: b, accessToken: c, accessTokenSecret: d } = keys;

describe('pasting keys', () => {
  test('one key stays one key', () => {
    expect(splitKeys(a, 'apiKey')).toBeNull();
    expect(splitKeys(`  ${a}\n`, 'accessToken')).toBeNull();
  });

  test.each([
    ['four lines in the order of the console', `${a}\n${b}\r\n${c}\n\n${d}\n`],
    ['a row of a table', [a, b, c, d].join('\t')],
    [
      'labelled lines in any order',
      `Access Token: ${c}\nAccess Token Secret: ${d}\nAPI Key: ${a}\nAPI Key Secret: ${b}`,
    ],
    [
      'an environment file',
      `CONSUMER_KEY=${a}\nCONSUMER_SECRET="${b}"\nACCESS_TOKEN=${c}\nACCESS_TOKEN_SECRET='${d}'`,
    ],
    ['JSON', JSON.stringify(keys, null, 2)],
    [
      'names on lines of their own',
      `API Key\n${a}\nAPI Key Secret\n${b}\nAccess Token\n${c}\nAccess Token Secret\n${d}`,
    ],
  ])('%s fills all four', (_, text) => {
    expect(splitKeys(text, 'apiKey')).toEqual(keys);
  });

  test('two lines pasted into the third field fill the last two', () => {
    expect(splitKeys(`${c}\n${d}`, 'accessToken')).toEqual({
      accessToken: c,
      accessTokenSecret: d,
    });
  });

  test('other lines, such as a bearer token, are left out', () => {
    const bearer = `Bearer Token: ${'e'.repeat(80)}\nAPI Key: ${a}\nAPI Key Secret: ${b}`;
    expect(splitKeys(bearer, 'apiKey')).toEqual({ apiKey: a, apiKeySecret: b });
  });
});
