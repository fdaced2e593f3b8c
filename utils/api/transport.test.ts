import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type ApiCall, type ApiPorts, send } from './transport.ts';

const keys = { apiKey: 'k', apiKeySecret: 'KS', accessToken: 't', accessTokenSecret: 'TS' };
const access = { apiBase: 'https://api.x.com', keys };
const never = new AbortController().signal;

const calls: { url: string; init: RequestInit }[] = [];

const answering = (answer: () => Promise<Response>): ApiPorts => ({
  fetch: (url, init) => {
    calls.push({ url, init });
    return answer();
  },
  nowMs: () => 1_700_000_000_000,
  nonce: () => 'nonce',
});

const fine = answering(() => Promise.resolve(new Response('{}')));

const show: ApiCall = {
  method: 'GET',
  path: '/1.1/users/show.json',
  query: [['screen_name', 'ada paints!']],
  timeoutMs: 1000,
};

const upload: ApiCall = {
  method: 'POST',
  path: '/1.1/account/update_profile_image.json',
  file: { part: 'image', blob: new Blob([Uint8Array.of(1, 2, 3)]), name: 'avatar' },
  timeoutMs: 1000,
};

const last = (): { url: string; init: RequestInit } => {
  const call = calls.at(-1);
  if (!call) throw new Error('nothing was sent');
  return call;
};

const headerOf = (name: string): string | null => new Headers(last().init.headers).get(name);

beforeEach(() => {
  calls.length = 0;
});

describe('what leaves', () => {
  test('no cookies, no referrer, no cache, and no redirect is followed', async () => {
    await send(show, access, fine, never);
    expect(last().init).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  test('the query is encoded as it is signed', async () => {
    await send(show, access, fine, never);
    expect(last().url).toBe('https://api.x.com/1.1/users/show.json?screen_name=ada%20paints%21');
    expect(headerOf('authorization')).toMatch(/^OAuth oauth_consumer_key="k", /);
  });

  test('a file goes as raw bytes in one multipart part, and is not signed', async () => {
    await send(upload, access, fine, never);
    const body = last().init.body as FormData;
    expect([...body.keys()]).toEqual(['image']);
    const part = body.get('image') as File;
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
    const withFile = headerOf('authorization');
    // The boundary is the browser's to choose: a content type of ours would break the body.
    expect(headerOf('content-type')).toBeNull();
    const { file: _, ...bare } = upload;
    await send(bare, access, fine, never);
    expect(headerOf('authorization')).toBe(withFile);
  });

  test('a form is urlencoded and signed', async () => {
    await send({ ...show, method: 'POST', form: [['name', "it's me + you"]] }, access, fine, never);
    expect(last().init.body).toBe('name=it%27s%20me%20%2B%20you');
    expect(headerOf('content-type')).toBe('application/x-www-form-urlencoded');
    const signed = headerOf('authorization');
    await send({ ...show, method: 'POST', form: [['name', 'other']] }, access, fine, never);
    expect(headerOf('authorization')).not.toBe(signed);
  });

  test('no secret is in the address, the headers or the body', async () => {
    await send(upload, access, fine, never);
    const sent = JSON.stringify([last().url, [...new Headers(last().init.headers)]]);
    expect(sent).not.toMatch(/KS|TS/);
  });
});

describe('what comes back', () => {
  test('an answer within 2xx is a value, whatever its body', async () => {
    const created = answering(() => Promise.resolve(new Response('', { status: 201 })));
    const got = await send(show, access, created, never);
    expect(got).toMatchObject({ ok: true, value: { status: 201, text: '' } });
  });

  test('anything else is an error with its code', async () => {
    const body = JSON.stringify({ errors: [{ code: 89, message: 'm' }] });
    const refused = answering(() => Promise.resolve(new Response(body, { status: 401 })));
    const got = await send(show, access, refused, never);
    expect(got).toMatchObject({
      ok: false,
      error: { kind: 'tokenRevoked', status: 401, code: 89 },
    });
  });

  test('a line that fails is offline', async () => {
    const broken = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    const got = await send(show, access, broken, never);
    expect(got).toMatchObject({ ok: false, error: { kind: 'offline', status: null } });
  });

  const hanging: ApiPorts = {
    ...fine,
    fetch: (_url, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  };

  test('an answer that never comes ends as timedOut', async () => {
    const got = await send({ ...show, timeoutMs: 20 }, access, hanging, never);
    expect(got).toMatchObject({ ok: false, error: { kind: 'timedOut' } });
  });

  test('a call that is stopped ends as cancelled, also when its time is up as well', async () => {
    const stop = new AbortController();
    const got = send({ ...show, timeoutMs: 20 }, access, hanging, stop.signal);
    stop.abort();
    await vi.waitFor(async () => expect(await got).toMatchObject({ error: { kind: 'cancelled' } }));
  });
});
