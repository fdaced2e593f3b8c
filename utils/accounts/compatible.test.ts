import { describe, expect, test } from 'vitest';
import { listAccounts, makeDefault, removeAccount } from '../platform/account-store.ts';
import { defaultAccountOf } from '../domain/account.ts';
import { addAccount } from './add-account.ts';
import { beginSignIn, finishByPin } from './sign-in.ts';
import { useBench } from './testing/bench.ts';
import { giveBackUnused } from './used-servers.ts';

const bench = useBench();
const social = 'https://social.example/api';
const pattern = 'https://social.example/*';

const hostsAsked = (): readonly string[] => [
  ...new Set(bench.sandbox.control.wire.requests().map(({ host }) => host)),
];

test('an account of another server is checked there, and goes by a name of its own', async () => {
  bench.granted.add(pattern);
  const { keys } = bench.account('fern_walker');
  const added = await addAccount(keys, bench.api(), social);
  expect(added).toMatchObject({
    ok: true,
    value: { userId: '7', handle: 'fern_walker', apiBase: social, access: 'unknown' },
  });
  expect(added.ok && added.value.id).toMatch(/^7-[0-9a-f]{16}$/);
  expect(hostsAsked()).toEqual(['social.example']);
});

test('without the browser’s leave nobody is asked', async () => {
  const { keys } = bench.account('fern_walker');
  expect(await addAccount(keys, bench.api(), social)).toEqual({
    ok: false,
    error: { kind: 'hostRefused', server: 'social.example' },
  });
  const app = { kind: 'keys', keys, apiBase: social } as const;
  expect(await beginSignIn(app, 'oob', bench.api())).toMatchObject({
    error: { kind: 'hostRefused' },
  });
  expect(hostsAsked()).toEqual([]);
});

test('signing in by PIN works there, and X hears nothing of it', async () => {
  bench.granted.add(pattern);
  const { control } = bench.sandbox;
  const app = control.signIn.addApp({}, 'compatible');
  const choice = { kind: 'keys', keys: app, apiBase: social } as const;
  const begun = await beginSignIn(choice, 'oob', bench.api());
  if (!begun.ok) throw new Error('begun');
  expect(begun.value).toMatch(/^https:\/\/social\.example\/api\/oauth\/authorize\?/);
  const token = new URL(begun.value).searchParams.get('oauth_token') ?? '';
  const page = control.signIn.authorise(token, { account: 'fern_walker' });
  if (page.kind !== 'pin') throw new Error('a PIN');
  expect(await finishByPin(page.pin, bench.api())).toMatchObject({
    ok: true,
    value: { handle: 'fern_walker' },
  });
  expect(hostsAsked()).toEqual(['social.example']);
});

test('the same user under two servers’ addresses is two accounts', async () => {
  bench.granted.add(pattern);
  const { keys } = bench.account('fern_walker');
  await addAccount(keys, bench.api(), social);
  await addAccount(keys, bench.api(), 'https://social.example');
  await addAccount(keys, bench.api(), social);
  expect((await listAccounts()).map(({ apiBase }) => apiBase).toSorted()).toEqual([
    'https://social.example',
    social,
  ]);
});

describe('access to a server', () => {
  test('is given back with its last account, and kept until then', async () => {
    bench.granted.add(pattern);
    const { keys } = bench.account('fern_walker');
    const one = await addAccount(keys, bench.api(), social);
    const two = await addAccount(keys, bench.api(), 'https://social.example');
    if (!one.ok || !two.ok) throw new Error('added');
    await giveBackUnused(Date.now());
    await removeAccount(one.value.id);
    await giveBackUnused(Date.now());
    expect([...bench.granted]).toEqual([pattern]);
    await removeAccount(two.value.id);
    await giveBackUnused(Date.now());
    expect([...bench.granted]).toEqual([]);
  });

  test('is kept for a sign-in under way', async () => {
    bench.granted.add(pattern);
    const app = bench.sandbox.control.signIn.addApp({}, 'compatible');
    await beginSignIn({ kind: 'keys', keys: app, apiBase: social }, 'oob', bench.api());
    await giveBackUnused(Date.now());
    expect([...bench.granted]).toEqual([pattern]);
  });
});

describe('the default', () => {
  const handle = async () => defaultAccountOf(await listAccounts())?.handle;

  test('is the first account until another is chosen, and stays when its keys are replaced', async () => {
    expect(await handle()).toBeUndefined();
    const ada = bench.account('ada_paints');
    const nine = bench.account('studio_nine');
    await addAccount(ada.keys, bench.api());
    bench.skip(10);
    await addAccount(nine.keys, bench.api());
    expect(await handle()).toBe('ada_paints');
    await makeDefault(nine.id);
    await makeDefault('nobody');
    expect(await handle()).toBe('studio_nine');
    await addAccount(nine.keys, bench.api());
    expect(await handle()).toBe('studio_nine');
    await makeDefault(ada.id);
    expect((await listAccounts()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
    await removeAccount(ada.id);
    expect(await handle()).toBe('studio_nine');
  });
});
