import { describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import type { AppChoice } from '../domain/sign-in.ts';
import { listAccounts } from '../platform/account-store.ts';
import { closeDatabase } from '../platform/database.ts';
import { readSecrets } from '../platform/secrets/account-secrets.ts';
import { lockKeys } from '../platform/secrets/auto-lock.ts';
import { setPassphrase } from '../platform/secrets/passphrase.ts';
import { dropSignIn, signInKeys } from '../platform/secrets/pending-sign-in.ts';
import { addAccount } from './add-account.ts';
import { beginSignIn, finishByAddress, finishByPin, signInAddress, signInView } from './sign-in.ts';
import { useBench } from './testing/bench.ts';

const bench = useBench();
const x = 'https://api.x.com';
const back = 'https://abcdefghijklmnop.chromiumapp.org/';
const minuteMs = 60_000;

const choose = (app: { apiKey: string; apiKeySecret: string }, apiBase = x): AppChoice => ({
  kind: 'keys',
  keys: { apiKey: app.apiKey, apiKeySecret: app.apiKeySecret },
  apiBase,
});

const newApp = (wanted = {}) => bench.sandbox.control.signIn.addApp(wanted);

const tokenIn = (address: string): string => new URL(address).searchParams.get('oauth_token') ?? '';

/** Begins, lets the person say yes on the page, and gives what the page gives back. */
const begin = async (choice: AppChoice, callback = 'oob', account = 'studio_nine') => {
  const begun = await beginSignIn(choice, callback, bench.api());
  if (!begun.ok) throw new Error(`not begun: ${JSON.stringify(begun.error)}`);
  const decided = bench.sandbox.control.signIn.authorise(tokenIn(begun.value), { account });
  if (decided.kind === 'refused') throw new Error('the page gave nothing');
  return { address: begun.value, answer: decided.kind === 'pin' ? decided.pin : decided.url };
};

const error = (kind: string) => ({ ok: false, error: { kind: 'api', error: { kind } } });

describe('by PIN', () => {
  test('an account is stored with the app’s keys and its own token', async () => {
    const app = newApp();
    const { address, answer } = await begin(choose(app));
    expect(address).toMatch(/^https:\/\/api\.x\.com\/oauth\/authorize\?oauth_token=\w+$/);
    const spaced = ` ${answer.slice(0, 3)} ${answer.slice(3)}`;
    const added = await finishByPin(spaced, bench.api());
    const { id } = bench.account('studio_nine');
    expect(added).toMatchObject({ ok: true, value: { id, handle: 'studio_nine', apiBase: x } });
    const token = bench.sandbox.control.signIn.tokens().find((one) => one.apiKey === app.apiKey);
    expect(await readSecrets(id)).toEqual({
      ok: true,
      value: {
        apiKey: app.apiKey,
        apiKeySecret: app.apiKeySecret,
        accessToken: token?.accessToken,
        accessTokenSecret: token?.accessTokenSecret,
      },
    });
    expect(await signInView(Date.now())).toBeNull();
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  test('it goes on where it was after the background was stopped', async () => {
    const { answer } = await begin(choose(newApp()));
    expect(await signInView(Date.now())).toMatchObject({ by: 'pin', apiBase: x });
    // All that a stopped worker keeps is the database and the session.
    await closeDatabase();
    expect(await finishByPin(answer, bench.api())).toMatchObject({ ok: true });
  });

  test('a wrong PIN may be typed again, for as long as X lets it', async () => {
    const { answer } = await begin(choose(newApp()));
    const wrong = String((Number(answer) + 1) % 10_000_000).padStart(7, '0');
    expect(await finishByPin(wrong, bench.api())).toMatchObject(error('wrongPin'));
    expect(await finishByPin('12', bench.api())).toMatchObject({ error: { kind: 'notAPin' } });
    expect(await finishByPin(answer, bench.api())).toMatchObject({ ok: true });

    const next = await begin(choose(newApp()));
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(await finishByPin('0000000', bench.api())).toMatchObject(error('wrongPin'));
    expect(await finishByPin(next.answer, bench.api())).toMatchObject(error('signInOver'));
    expect(await signInView(Date.now())).toBeNull();
    expect(await finishByPin(next.answer, bench.api())).toMatchObject({
      error: { kind: 'noSignIn' },
    });
  });

  test('a line that fails costs nothing but another try', async () => {
    const { answer } = await begin(choose(newApp()));
    bench.sandbox.control.addFault({ kind: 'drop-before', match: { path: 'access_token' } });
    expect(await finishByPin(answer, bench.api())).toMatchObject(error('offline'));
    expect(await finishByPin(answer, bench.api())).toMatchObject({ ok: true });
  });

  test('after a quarter of an hour it is over, on both sides', async () => {
    const { answer } = await begin(choose(newApp()));
    bench.skip(15 * minuteMs - 2_000);
    expect(await signInView(bench.api().nowMs())).not.toBeNull();
    bench.skip(3_000);
    expect(await signInView(bench.api().nowMs())).toBeNull();
    expect(await finishByPin(answer, bench.api())).toMatchObject({ error: { kind: 'noSignIn' } });
  });

  test('a token that may only read is refused, and nothing is kept', async () => {
    const { answer } = await begin(choose(newApp({ permission: 'read' })));
    expect(await finishByPin(answer, bench.api())).toEqual({
      ok: false,
      error: { kind: 'readOnly', handle: 'studio_nine' },
    });
    expect(await listAccounts()).toEqual([]);
  });

  test('cancelled, no answer to it counts; begun anew, only the newer one does', async () => {
    const first = await begin(choose(newApp()));
    await dropSignIn();
    expect(await finishByPin(first.answer, bench.api())).toMatchObject({
      error: { kind: 'noSignIn' },
    });
    await begin(choose(newApp()));
    const newer = await begin(choose(newApp()));
    expect(await finishByPin(newer.answer, bench.api())).toMatchObject({ ok: true });
  });

  test('the page can be opened once more', async () => {
    const { address } = await begin(choose(newApp()));
    expect(await signInAddress(Date.now())).toEqual({ ok: true, value: address });
    await dropSignIn();
    expect(await signInAddress(Date.now())).toMatchObject({ error: { kind: 'noSignIn' } });
  });
});

describe('the app', () => {
  test('of an account there is can be used again, without its keys being shown', async () => {
    const { keys, id } = bench.account('ada_paints');
    await addAccount(keys, bench.api());
    const { answer } = await begin({ kind: 'account', accountId: id });
    expect(await finishByPin(answer, bench.api())).toMatchObject({ ok: true });
    const handles = (await listAccounts()).map(({ handle }) => handle);
    expect(handles.toSorted()).toEqual(['ada_paints', 'studio_nine']);
    const second = await readSecrets(bench.account('studio_nine').id);
    expect(second).toMatchObject({ value: { apiKey: keys.apiKey } });
  });

  test('of an account that is gone cannot', async () => {
    const begun = await beginSignIn({ kind: 'account', accountId: '1' }, 'oob', bench.api());
    expect(begun).toEqual({ ok: false, error: { kind: 'appGone' } });
  });

  test.each(['apiKey', 'apiKeySecret'] as const)(
    'is not asked for without its %s',
    async (field) => {
      const begun = await beginSignIn(choose({ ...newApp(), [field]: '' }), 'oob', bench.api());
      expect(begun).toEqual({ ok: false, error: { kind: 'missingKey', field } });
      expect(bench.sandbox.control.calls()).toEqual([]);
    },
  );

  test('with a wrong secret is refused', async () => {
    const begun = await beginSignIn(
      choose({ ...newApp(), apiKeySecret: 'no' }),
      'oob',
      bench.api(),
    );
    expect(begun).toMatchObject({ error: { kind: 'app', error: { kind: 'keysRefused' } } });
  });

  test.each([
    ['suspended', { suspended: true }, 'oob', 'appSuspended', 416],
    [
      'without this callback',
      { callbackUrls: ['https://else.example/'] },
      back,
      'callbackNotApproved',
      415,
    ],
    ['for PINs only', { oobOnly: true }, back, 'pinOnly', 417],
  ] as const)('%s is told in so many words', async (_name, wanted, callback, kind, code) => {
    const begun = await beginSignIn(choose(newApp(wanted)), callback, bench.api());
    expect(begun).toMatchObject({ error: { kind: 'app', error: { kind, code } } });
    expect(await signInView(Date.now())).toBeNull();
  });
});

describe('by address', () => {
  const app = () => newApp({ callbackUrls: [back] });

  test('what comes back ends it', async () => {
    const { answer } = await begin(choose(app()), back);
    expect(answer.startsWith(back)).toBe(true);
    expect(await finishByAddress(answer, bench.api())).toMatchObject({
      ok: true,
      value: { handle: 'studio_nine' },
    });
  });

  test('a no is told as a no, and ends it', async () => {
    const begun = await beginSignIn(choose(app()), back, bench.api());
    if (!begun.ok) throw new Error('begun');
    const no = bench.sandbox.control.signIn.authorise(tokenIn(begun.value), { refuse: true });
    if (no.kind !== 'back') throw new Error('sent back');
    expect(await finishByAddress(no.url, bench.api())).toMatchObject(error('signInDenied'));
    expect(await signInView(Date.now())).toBeNull();
  });

  test('answers to other sign-ins, and from elsewhere, count for nothing', async () => {
    const old = await begin(choose(app()), back);
    const { answer } = await begin(choose(app()), back);
    const elsewhere = answer.replace(back, 'https://evil.example/');
    for (const wrong of [old.answer, elsewhere, back, `${back}?denied=x`, 'no address']) {
      expect(await finishByAddress(wrong, bench.api())).toMatchObject({
        error: { kind: 'noSignIn' },
      });
    }
    expect(await finishByPin('0123456', bench.api())).toMatchObject({
      error: { kind: 'noSignIn' },
    });
    expect(await finishByAddress(answer, bench.api())).toMatchObject({ ok: true });
  });
});

describe('while it waits', () => {
  test('what is kept of it is sealed', async () => {
    const app = newApp();
    await begin(choose(app));
    const kept = JSON.stringify(await browser.storage.session.get(null));
    const token = await signInKeys(Date.now());
    if (!token.ok) throw new Error('kept');
    for (const secret of [...Object.values(token.value), app.apiKeySecret])
      expect(kept).not.toContain(secret);
  });

  test('locking closes it, unlocked keys are needed to begin one', async () => {
    expect(await setPassphrase('lantern copper violin moss')).toMatchObject({ ok: true });
    const { answer } = await begin(choose(newApp()));
    await lockKeys();
    expect(await finishByPin(answer, bench.api())).toEqual({
      ok: false,
      error: { kind: 'locked' },
    });
    expect(await beginSignIn(choose(newApp()), 'oob', bench.api())).toEqual({
      ok: false,
      error: { kind: 'locked' },
    });
  });
});
