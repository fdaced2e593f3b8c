import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sandboxFetch } from '../../sandbox/fetch.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { browserApiPorts } from '../api/browser-ports.ts';
import type { PersonSought } from '../domain/person.ts';
import { findPerson } from './find-person.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ showDelayMs: 0 });
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const find = (who: PersonSought) =>
  findPerson(
    {
      access: { apiBase: 'https://api.x.com', keys: sandbox.control.world.signedIn.keys },
      ports: { ...browserApiPorts, fetch: sandboxFetch(sandbox.port) },
      signal: new AbortController().signal,
    },
    who,
  );

const user = (handle: string) => {
  const found = sandbox.control.world.userByHandle(handle);
  if (!found) throw new Error(`no ${handle}`);
  return found;
};
const personOf = (handle: string) => ({
  handle,
  name: user(handle).name,
  pictureUrl: sandbox.control.world.avatarUrl(user(handle)),
  hasDefaultPicture: user(handle).picture === null,
  bannerUrl: sandbox.control.world.bannerUrl(user(handle)) ?? null,
});
const paths = () => sandbox.control.calls().map(({ path }) => path);

/** With a banner, without one, with X's default picture, and with an id from before snowflakes. */
const people = ['night_tram', 'moss_and_fern', 'blank_slate', 'river_notes'];

describe('by users/show', () => {
  test.each(people)('%s by handle and by id', async (handle) => {
    const asked = [{ handle: handle.toUpperCase() }, { userId: user(handle).id }];
    for (const who of asked) {
      expect(await find(who)).toEqual({ ok: true, value: personOf(handle) });
    }
    expect(new Set(paths())).toEqual(new Set(['/1.1/users/show.json']));
  });

  test.each([
    ['nobody_at_all', 'notFound'],
    ['loud_bargains', 'userSuspended'],
  ])('%s is %s, and v2 is not asked', async (handle, kind) => {
    expect(await find({ handle })).toMatchObject({ ok: false, error: { kind } });
    expect(paths()).toHaveLength(1);
  });
});

describe('where users/show is not for these keys', () => {
  const refuse = (path: string, status = 453) =>
    sandbox.control.addFault({ kind: 'status', status, count: 'always', match: { path } });

  test.each(people)('v2 tells %s as well', async (handle) => {
    refuse('users/show');
    const asked = [{ handle }, { userId: user(handle).id }];
    for (const who of asked) {
      expect(await find(who)).toEqual({ ok: true, value: personOf(handle) });
    }
    expect(paths()).toContain(`/2/users/by/username/${handle}`);
    expect(paths()).toContain(`/2/users/${user(handle).id}`);
  });

  test('a bare 403 is one too', async () => {
    refuse('users/show', 403);
    expect(await find({ handle: 'night_tram' })).toMatchObject({ ok: true });
  });

  test.each([
    ['nobody_at_all', 'notFound'],
    ['loud_bargains', 'userSuspended'],
  ])('v2 says with 200 that %s is %s', async (handle, kind) => {
    refuse('users/show');
    expect(await find({ handle })).toMatchObject({ ok: false, error: { kind } });
  });

  test('nor v2: what the first one said is told', async () => {
    refuse('users/show');
    refuse('/2/users', 403);
    expect(await find({ handle: 'night_tram' })).toMatchObject({
      error: { kind: 'accessTooLow', code: 453 },
    });
  });

  test('v2’s own trouble is told as such', async () => {
    refuse('users/show');
    refuse('/2/users', 402);
    expect(await find({ handle: 'night_tram' })).toMatchObject({
      error: { kind: 'creditsUsedUp' },
    });
  });
});

test.each([
  [429, 'rateLimited'],
  [401, 'keysRefused'],
  [503, 'overCapacity'],
])('%i is %s, whichever way were left', async (status, kind) => {
  sandbox.control.addFault({ kind: 'status', status });
  expect(await find({ handle: 'night_tram' })).toMatchObject({ ok: false, error: { kind } });
  expect(paths()).toHaveLength(1);
});
