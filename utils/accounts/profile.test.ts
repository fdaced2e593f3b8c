import { describe, expect, test } from 'vitest';
import { sandboxFetch } from '../../sandbox/fetch.ts';
import { useSandbox } from '../../sandbox/testing/use-sandbox.ts';
import { browserApiPorts } from '../api/browser-ports.ts';
import type { Caller } from '../api/endpoints.ts';
import { loadProfile, saveProfile } from './profile.ts';

const sandbox = useSandbox();
const caller = (signal = new AbortController().signal): Caller => ({
  access: { apiBase: 'https://api.x.com', keys: sandbox.keys },
  ports: { ...browserApiPorts, fetch: sandboxFetch(sandbox.port) },
  signal,
});
const owner = () => ({ accountId: sandbox.account.id });
const paths = () => sandbox.control.calls().map(({ path }) => path.replace(/^\/1\.1|\.json$/g, ''));
const update = { path: 'update_profile' };

describe('loading', () => {
  test('takes the first way that these keys may use, and says which', async () => {
    const refused = { kind: 'status', status: 453, count: 'always' } as const;
    sandbox.control.addFault({ ...refused, match: { path: 'users/show' } });
    const first = await loadProfile(caller(), owner());
    expect(first).toMatchObject({ ok: true, value: { readBy: 'verify' } });
    sandbox.control.addFault({ ...refused, match: { path: 'verify_credentials' } });
    const second = await loadProfile(caller(), { ...owner(), readBy: 'verify' });
    expect(second).toMatchObject({
      ok: true,
      value: { readBy: 'me', text: { url: 'http://ada.example/', location: 'Port Lowen' } },
    });
    expect(paths().at(-1)).toBe('/2/users/me');
  });

  test('what a server leaves out counts as empty', async () => {
    const { id, keys } = sandbox.control.compatible.signedIn;
    const access = { apiBase: 'https://social.example/api', keys, userId: id };
    const loaded = await loadProfile({ ...caller(), access }, { accountId: `${id}-mark` });
    if (!loaded.ok) throw new Error('not loaded');
    expect(Object.values(loaded.value.text).every((text) => typeof text === 'string')).toBe(true);
    const saved = await saveProfile({ ...caller(), access }, owner(), { location: '', url: '' });
    expect(saved).toMatchObject({ ok: true, value: { location: '', url: '' } });
  });

  test('a clock that is wrong is put right once', async () => {
    sandbox.control.shiftClock(3_600_000);
    expect(await loadProfile(caller(), owner())).toMatchObject({ ok: true });
    const saved = await saveProfile(caller(), owner(), { location: 'An hour on' });
    expect(saved).toMatchObject({ ok: true, value: { location: 'An hour on' } });
  });
});

describe('saving', () => {
  const changes = { location: 'Upstream' };

  test.each(['drop-after', 'drop-before'] as const)(
    'where the answer is lost (%s) a look tells whether X took it',
    async (kind) => {
      sandbox.control.addFault({ kind, match: update });
      const saved = await saveProfile(caller(), owner(), changes);
      expect(saved).toMatchObject(
        kind === 'drop-after'
          ? { ok: true, value: { location: 'Upstream', name: 'Ada Paints' } }
          : { ok: false, error: { kind: 'offline' } },
      );
      expect(sandbox.account.location).toBe(kind === 'drop-after' ? 'Upstream' : 'Port Lowen');
      expect(paths()).toEqual(['/account/update_profile', '/users/show']);
    },
  );

  test('an answer without entities leaves links as they were sent', async () => {
    const { ports, ...rest } = caller();
    const bare = async (url: string, init: RequestInit): Promise<Response> => {
      const answer = await ports.fetch(url, init);
      const { entities, ...user } = (await answer.json()) as Record<string, unknown>;
      expect(entities).toBeDefined();
      return Response.json(user);
    };
    const sent = { url: 'http://ada.example/b', description: 'See http://ada.example/c' };
    const saved = await saveProfile({ ...rest, ports: { ...ports, fetch: bare } }, owner(), sent);
    expect(saved).toMatchObject({ ok: true, value: { ...sent, location: 'Port Lowen' } });
  });

  test('cancelled before it went out: nothing is sent at all', async () => {
    const stopped = await saveProfile(caller(AbortSignal.abort()), owner(), changes);
    expect(stopped).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(paths()).toEqual([]);
  });

  test('cancelled under way: X is looked at for what became of it', async () => {
    sandbox.control.addFault({ kind: 'slow', ms: 20_000, match: update });
    const stop = new AbortController();
    const saving = saveProfile(caller(stop.signal), owner(), changes);
    await expect.poll(() => sandbox.control.wire.requests().length).toBe(1);
    stop.abort();
    expect(await saving).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(sandbox.account.location).toBe('Port Lowen');
  });

  test('refused for good is told at once, without another look', async () => {
    sandbox.control.addFault({ kind: 'status', code: 261, match: update });
    const refused = await saveProfile(caller(), owner(), changes);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'readOnlyKeys' } });
    expect(paths()).toEqual(['/account/update_profile']);
  });
});
