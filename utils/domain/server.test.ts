import { describe, expect, test } from 'vitest';
import {
  hostPatternOf,
  isX,
  parseServerAddress,
  profileAddress,
  sayServer,
  serverName,
} from './server.ts';

const x = 'https://api.x.com';

describe('an address', () => {
  test.each([
    ['', x],
    ['  x.com ', x],
    ['https://twitter.com/ada_paints', x],
    ['https://API.X.com/', x],
    ['https://api.x.com:443/1.1/', x],
    ['https://api.twitter.com', 'https://api.twitter.com'],
    ['social.example', 'https://social.example'],
    ['https://Social.Example/', 'https://social.example'],
    ['https://social.example/api/', 'https://social.example/api'],
    ['https://social.example/Api/1.1/', 'https://social.example/Api'],
    ['social.example:8443/a/b', 'https://social.example:8443/a/b'],
    ['https://social.example:443', 'https://social.example'],
    ['localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:80/x', 'http://127.0.0.1/x'],
    ['https://127.0.0.1:8443', 'https://127.0.0.1:8443'],
    ['https://192.168.0.9/api', 'https://192.168.0.9/api'],
    ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
  ])('%s is %s, and stays so when it is read again', (text, base) => {
    expect(parseServerAddress(text)).toEqual({ ok: true, value: base });
    expect(parseServerAddress(base)).toEqual({ ok: true, value: base });
    // The browser reads it as we do.
    expect(new URL(`${base}/1.1/x.json`).href).toBe(`${base}/1.1/x.json`);
  });

  test.each([
    'http://social.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://192.168.0.9',
    'http://x.com',
  ])('%s is not secure', (text) => {
    expect(parseServerAddress(text)).toEqual({ ok: false, error: { kind: 'notSecure' } });
  });

  test.each([
    'social',
    'https://',
    'ftp://social.example',
    'javascript:alert(1)',
    'https://ada@social.example',
    'https://ada:pass@social.example',
    'https://social.example/?a=b',
    'https://social.example/#a',
    'https://social.example\\@api.x.com',
    'https://social.example/../x',
    'https://social.example/a/./b',
    'https://social.example//b',
    'https://social.example.',
    'https://api.x.com.',
    'https://api.x.com:8443',
    'https://-a.example',
    'https://social.example:0',
    'https://social.example:70000',
    'https://0x7f.1',
    'https://2130706433',
    'https://127.1',
    'https://127.0.0.01',
    'two words.example',
    `${'a'.repeat(300)}.example`,
  ])('%s is none', (text) => {
    expect(parseServerAddress(text)).toEqual({ ok: false, error: { kind: 'notAnAddress' } });
  });
});

test('X is told by its two hosts alone', () => {
  expect([x, 'https://api.twitter.com'].every(isX)).toBe(true);
  const others = [
    'http://api.x.com',
    'https://api.x.com/a',
    'https://social.example',
    'https://x.com',
  ];
  expect(others.some(isX)).toBe(false);
});

test('access is asked for one host, without its port', () => {
  expect(hostPatternOf('https://social.example:8443/api')).toBe('https://social.example/*');
  expect(hostPatternOf('http://127.0.0.1:8080')).toBe('http://127.0.0.1/*');
});

test('a server has a name, a profile page, and words of its own', () => {
  expect([serverName(x), serverName('https://social.example/api')]).toEqual([
    'X',
    'social.example',
  ]);
  expect(profileAddress(x, 'ada_paints')).toBe('https://x.com/ada_paints');
  expect(profileAddress('https://social.example/api', 'fern_walker')).toBe(
    'https://social.example/fern_walker',
  );
  const words = 'X’s page, and what X said. Look on x.com. eXtra XML.';
  expect(sayServer(words, 'X')).toBe(words);
  expect(sayServer(words, 'social.example')).toBe(
    'social.example’s page, and what social.example said. Look on social.example. eXtra XML.',
  );
});
