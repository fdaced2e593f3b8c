import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles/options-styles.ts';
import type { AddAccountError } from '../../utils/domain/account-errors.ts';
import type { Account, AccountKeys } from '../../utils/domain/account.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import { createFeed, someAccount } from '../testing/fake-ports.ts';
import { createFakeData, createFakeSecurity } from '../testing/fake-security.ts';
import { createFakeSignIn } from '../testing/fake-sign-in.ts';
import { usePageRoot } from '../testing/page-root.ts';
import { Options } from './Options.tsx';

const root = usePageRoot();

const keys: AccountKeys = {
  apiKey: 'aaaaaaaaaaaaaaaa',
  apiKeySecret: 'bbbbbbbbbbbbbbbb',
  accessToken: '123-cccccccccccc',
  accessTokenSecret: 'dddddddddddddddd',
};

const open = (
  given: readonly Account[] = [],
  answer: () => Promise<Result<Account, AddAccountError>> = async () => ok(someAccount()),
) => {
  const accounts = createFeed(given);
  const sent: AccountKeys[] = [];
  const servers: string[] = [];
  const signIn = createFakeSignIn();
  const ports = {
    watchAccounts: accounts.watch,
    addAccount: (asked: AccountKeys, apiBase: string) => {
      sent.push(asked);
      servers.push(apiBase);
      return answer();
    },
    removeAccount: async (id: string) =>
      accounts.set(accounts.get().filter((account) => account.id !== id)),
    makeDefault: async (id: string) =>
      accounts.set(accounts.get().map((one) => ({ ...one, isDefault: one.id === id }))),
    signIn: signIn.ports,
    security: createFakeSecurity().ports,
    data: createFakeData().ports,
  };
  root.show(<Options ports={ports} />);
  return { sent, servers, accounts, signIn };
};

const field = (name: string) => page.getByLabelText(name, { exact: true });
const names = ['API key', 'API key secret', 'Access token', 'Access token secret'];
const card = () => page.getByRole('region', { name: 'Add an account' });
const status = () => card().getByRole('status');
const add = () => page.getByRole('button', { name: 'Add account' });

const pasteInto = (name: string, text: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  field(name)
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

describe('adding an account', () => {
  test('sends the four keys trimmed, then says whose they are and empties the fields', async () => {
    const { sent, servers } = open();
    for (const [index, name] of names.entries()) {
      await field(name).fill(`  ${Object.values(keys)[index]} `);
    }
    await add().click();
    await expect.element(status()).toMatchTextContent('@ada_paints is ready to use.');
    expect(sent).toEqual([keys]);
    expect(servers).toEqual(['https://api.x.com']);
    await expect.element(field('API key')).toHaveValue('');
  });

  test('takes all four from one paste', async () => {
    const { sent } = open();
    pasteInto('API key', Object.values(keys).join('\n'));
    await expect.element(field('Access token secret')).toHaveValue(keys.accessTokenSecret);
    await add().click();
    await expect.poll(() => sent).toEqual([keys]);
  });

  test('asks for a key that is missing, and goes to its field', async () => {
    const { sent } = open();
    await field('API key').fill(keys.apiKey);
    await add().click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('API key secret is missing.');
    await expect.element(field('API key secret')).toHaveFocus();
    expect(sent).toEqual([]);
  });

  test('keeps the keys and says what to change when they are read-only', async () => {
    open([], async () => err({ kind: 'readOnly', handle: 'ada_paints' }));
    pasteInto('API key', Object.values(keys).join('\n'));
    await add().click();
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent('@ada_paints');
    await expect.element(alert).toMatchTextContent('Read and write');
    await expect.element(alert).toMatchTextContent('new access token');
    await expect.element(field('API key')).toHaveValue(keys.apiKey);
  });

  test('asks once, however often it is pressed while X is asked', async () => {
    let answer: (value: Result<Account, AddAccountError>) => void = () => undefined;
    const { sent } = open([], () => new Promise((resolve) => (answer = resolve)));
    pasteInto('API key', Object.values(keys).join('\n'));
    await add().click();
    await expect.element(status()).toMatchTextContent('Asking X…');
    root.element().querySelector('form')?.requestSubmit();
    answer(ok(someAccount()));
    await expect.element(status()).toMatchTextContent('ready to use');
    expect(sent).toHaveLength(1);
  });

  test('keys are hidden until they are asked to be shown', async () => {
    open();
    await expect.element(field('Access token')).toHaveAttribute('type', 'password');
    await userEvent.click(page.getByRole('button', { name: 'Show what was typed' }).nth(2));
    await expect.element(field('Access token')).toHaveAttribute('type', 'text');
    await expect.element(field('Access token')).toHaveAttribute('autocomplete', 'off');
  });
});

describe('the accounts there are', () => {
  test('show who they are, what they may do and where they go', async () => {
    open([someAccount({ access: 'read', apiBase: 'https://api.twitter.com' })]);
    const row = page.getByRole('listitem').first();
    for (const words of ['Ada Paints', '@ada_paints', 'Read only', 'api.twitter.com']) {
      await expect.element(row).toMatchTextContent(words);
    }
  });

  test('several: a star says which is used first, and is pressed for another', async () => {
    open([someAccount(), someAccount({ id: '2', handle: 'bo_bakes' })]);
    const star = (handle: string) =>
      page.getByRole('button', { name: `Use @${handle} by default` });
    await expect.element(star('ada_paints')).toHaveAttribute('aria-pressed', 'true');
    await star('bo_bakes').click();
    await expect.element(star('bo_bakes')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(star('ada_paints')).toHaveAttribute('aria-pressed', 'false');
  });

  test('are removed on the second press only', async () => {
    const { accounts } = open([someAccount(), someAccount({ id: '2', handle: 'bo_bakes' })]);
    await page.getByRole('button', { name: 'Remove @bo_bakes' }).click();
    await page.getByRole('button', { name: 'Keep' }).click();
    expect(accounts.get()).toHaveLength(2);
    await page.getByRole('button', { name: 'Remove @bo_bakes' }).click();
    await page.getByRole('button', { name: 'Yes, remove' }).click();
    await expect.element(page.getByText('@bo_bakes')).not.toBeInTheDocument();
    expect(accounts.get().map(({ handle }) => handle)).toEqual(['ada_paints']);
  });

  test('none: the way to the first is told', async () => {
    open();
    await expect.element(page.getByText(/^None yet/)).toBeVisible();
    await expect.element(page.getByText(/Your keys stay in this browser/)).toBeVisible();
  });
});
