import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sandboxFetch } from '../../sandbox/fetch.ts';
import { useSandbox } from '../../sandbox/testing/use-sandbox.ts';
import { browserApiPorts } from './browser-ports.ts';
import type { Caller } from './endpoints.ts';
import * as calls from './profile.ts';

const sandbox = useSandbox();
const caller = (): Caller => ({
  access: { apiBase: 'https://api.x.com', keys: sandbox.keys },
  ports: { ...browserApiPorts, fetch: sandboxFetch(sandbox.port) },
  signal: new AbortController().signal,
});

const adas = {
  name: 'Ada Paints',
  description: 'Watercolours of harbours. Prints at http://shop.example/ada',
  location: 'Port Lowen',
  url: 'http://ada.example/',
};

describe('reading a profile', () => {
  test.each([
    ['users/show', () => calls.showProfile(caller(), sandbox.account.id)],
    ['verify_credentials', () => calls.showOwnProfile(caller())],
    ['v2 users/me', () => calls.showMyProfile(caller())],
  ])('by %s gives all texts with what their links point to', async (_name, read) => {
    expect(await read()).toEqual({ ok: true, value: adas });
    expect(sandbox.control.calls().at(-1)?.verified).toBe(true);
  });
});

describe('changing a profile', () => {
  test('sends only what is given, as a signed form, and reads the answer', async () => {
    const url = "http://ada.example/a?b=c&d=%20e*!'()";
    const description = 'Café & <paint>\n+1 = 100 % 🎨 https://shop.example/x';
    const changed = await calls.updateProfile(caller(), { url, description });
    expect(changed).toEqual({ ok: true, value: { ...adas, url, description } });
    const [sent] = sandbox.control.wire.requests();
    const form = new URLSearchParams(Buffer.from(sent?.body ?? []).toString());
    expect(Object.fromEntries(form)).toEqual({
      url,
      description,
      include_entities: 'true',
      skip_status: 'true',
    });
    expect(sent?.query).toBe('');
    expect(sent?.headers).toContainEqual(['content-type', 'application/x-www-form-urlencoded']);
    expect(sandbox.control.calls().at(-1)).toMatchObject({ verified: true, status: 200 });
  });

  test('empties a field', async () => {
    const changed = await calls.updateProfile(caller(), { url: '', location: '' });
    expect(changed).toMatchObject({ ok: true, value: { url: '', location: '', name: adas.name } });
  });

  test('too long is code 120, with the server’s words', async () => {
    const refused = await calls.updateProfile(caller(), { location: 'x'.repeat(31) });
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'valueTooLong', status: 403, code: 120 },
    });
    expect(!refused.ok && refused.error.message).toContain('maximum is 30 characters');
  });
});

describe('a user object', () => {
  const user = (fields: object): string => JSON.stringify({ screen_name: 'ada_paints', ...fields });

  test('may have nulls, leave fields out, or have no entities', () => {
    expect(calls.profileSeenIn(user({ name: 'A', description: null, url: null }))).toEqual({
      name: 'A',
      description: '',
      url: '',
    });
    expect(calls.profileSeenIn(user({ url: 'https://t.co/abc', name: 7 }))).toEqual({
      url: 'https://t.co/abc',
    });
    const empty = { url: { urls: [{ url: 'https://t.co/abc', expanded_url: null }] } };
    expect(calls.profileSeenIn(user({ url: 'https://t.co/abc', entities: empty }))).toEqual({
      url: 'https://t.co/abc',
    });
    expect(calls.profileSeenIn(user({ description: 'a\r\nb\rc' }))).toEqual({
      description: 'a\nb\nc',
    });
  });

  test.each(['', '[]', '{}', 'null', '{"errors":[]}', '{"data":null}', '<html>'])(
    '%j is none',
    (text) => {
      expect(calls.profileSeenIn(text)).toBeNull();
    },
  );

  test('links are replaced by their text, each once, wherever they stand', () => {
    const urls = [
      { url: 'https://t.co/a', expanded_url: 'https://t.co/ab' },
      { url: 'https://t.co/ab', expanded_url: 'http://other.example/$&' },
    ];
    const description = '🎨 https://t.co/a, (https://t.co/ab) https://t.co/zz';
    const seen = calls.profileSeenIn(user({ description, entities: { description: { urls } } }));
    expect(seen?.description).toBe('🎨 https://t.co/ab, (http://other.example/$&) https://t.co/zz');
  });

  test('whatever it holds, reading it never throws, and texts stay texts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.string(), (entities, url, description) => {
        const seen = calls.profileSeenIn(user({ entities, url, description }));
        expect(Object.values(seen ?? {}).every((text) => typeof text === 'string')).toBe(true);
      }),
    );
  });
});
