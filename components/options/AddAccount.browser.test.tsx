import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles/options-styles.ts';
import type { Account } from '../../utils/domain/account.ts';
import { ok } from '../../utils/domain/result.ts';
import { someAccount } from '../testing/fake-ports.ts';
import { createFakeSignIn, somePending } from '../testing/fake-sign-in.ts';
import { createFakeData, createFakeSecurity } from '../testing/fake-security.ts';
import { usePageRoot } from '../testing/page-root.ts';
import { AddAccount } from './AddAccount.tsx';

const root = usePageRoot();

const open = (
  given: Parameters<typeof createFakeSignIn>[0] = {},
  accounts: readonly Account[] = [],
) => {
  const signIn = createFakeSignIn(given);
  const servers: string[] = [];
  const ports = {
    watchAccounts: () => () => undefined,
    addAccount: async (_keys: unknown, apiBase: string) => {
      servers.push(apiBase);
      return ok(someAccount());
    },
    removeAccount: async () => undefined,
    makeDefault: async () => undefined,
    signIn: signIn.ports,
    security: createFakeSecurity().ports,
    data: createFakeData().ports,
  };
  root.show(<AddAccount ports={ports} accounts={accounts} />);
  return { ...signIn, servers };
};

const field = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const way = (name: string) => page.getByRole('radio', { name });
const alert = () => page.getByRole('alert');
const status = () => page.getByRole('status');
/** The circle itself is hidden; what is pressed is its label, and the keyboard works on it as it is. */
const choose = (name: string) => userEvent.click(page.getByText(name, { exact: true }));

const typeApp = async (): Promise<void> => {
  await field('API key').fill(' aaaaaaaaaaaa ');
  await field('API key secret').fill('bbbbbbbbbbbb');
};

const x = 'https://api.x.com';
const app = {
  kind: 'keys',
  keys: { apiKey: 'aaaaaaaaaaaa', apiKeySecret: 'bbbbbbbbbbbb' },
  apiBase: x,
};

describe('the three ways', () => {
  test('stand side by side, four keys first; arrows go between them and keep what is typed', async () => {
    open();
    await expect.element(way('Paste keys')).toBeChecked();
    await expect.element(button('Add account')).toBeVisible();
    await field('API key').fill('aaaaaaaaaaaa');
    way('Paste keys').element().focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(way('With a PIN')).toBeChecked();
    await expect.element(field('API key')).toHaveValue('aaaaaaaaaaaa');
    await expect.element(field('Access token')).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(button('Sign in')).toBeVisible();
  });
});

describe('by PIN', () => {
  test('begins with the app’s two keys, and ends with the PIN', async () => {
    const fake = open();
    await choose('With a PIN');
    await button('Get a PIN').click();
    await expect.element(alert()).toMatchTextContent('API key is missing.');
    await expect.element(field('API key')).toHaveFocus();
    await typeApp();
    await button('Get a PIN').click();
    await expect.element(page.getByText(/^X has opened in another tab/)).toBeVisible();
    expect(fake.asked).toEqual([app]);
    await expect.element(field('PIN')).toHaveFocus();
    await userEvent.keyboard('9999999{Enter}');
    await expect.element(alert()).toMatchTextContent('X does not accept this PIN.');
    await expect.element(field('PIN')).toHaveAttribute('aria-invalid', 'true');
    await field('PIN').fill('0123456');
    await button('Finish sign-in').click();
    await expect.element(status()).toMatchTextContent('@studio_nine is ready to use.');
    await expect.element(field('API key')).toHaveValue('');
    expect(fake.calls).toEqual(['begin', 'finish 9999999', 'finish 0123456']);
  });

  test('one that was left behind is there again, and can be cancelled', async () => {
    const fake = open({ pending: somePending() });
    await expect.element(field('PIN')).toBeVisible();
    await button('Open the page again').click();
    await button('Cancel').click();
    await expect.element(button('Get a PIN')).toBeVisible();
    expect(fake.calls).toEqual(['reopen', 'cancel']);
  });

  test('another account can use the same app, whose keys are not asked for again', async () => {
    const fake = open({}, [someAccount()]);
    await choose('With a PIN');
    await userEvent.selectOptions(
      page.getByLabelText('App', { exact: true }),
      'The app of @ada_paints',
    );
    await expect.element(field('API key')).not.toBeInTheDocument();
    await button('Get a PIN').click();
    await expect.poll(() => fake.asked).toEqual([{ kind: 'account', accountId: someAccount().id }]);
  });
});

describe('in a window', () => {
  test('shows the address to register, and adds the account', async () => {
    const fake = open();
    await choose('Sign-in window');
    await expect.element(field('Callback address')).toHaveValue(fake.ports.redirectAddress);
    await typeApp();
    await button('Sign in').click();
    await expect.element(status()).toMatchTextContent('@studio_nine is ready to use.');
  });

  test('an app that does not know the address leads to the PIN with one press', async () => {
    const error = { kind: 'callbackNotApproved', status: 403, code: 415, message: '' } as const;
    const fake = open({ refusal: { kind: 'app', error } });
    await choose('Sign-in window');
    await typeApp();
    await button('Sign in').click();
    await expect.element(alert()).toMatchTextContent('callback URLs');
    await button('Use a PIN instead').click();
    await expect.element(field('PIN')).toBeVisible();
    expect(fake.asked).toEqual([app, app]);
    expect(fake.calls).toEqual(['window', 'begin']);
  });
});

describe('another server', () => {
  const pasteAll = async (): Promise<void> => {
    await typeApp();
    await field('Access token').fill('cccccccccccc');
    await field('Access token secret').fill('dddddddddddd');
  };

  test('is asked instead of X, under its own name', async () => {
    const fake = open();
    await pasteAll();
    await page.getByText(/^Not on X/).click();
    await field('Server address').fill('Social.Example/api/');
    await expect.element(page.getByText(/only to the API of social\.example\./)).toBeVisible();
    await button('Add account').click();
    await expect.element(status()).toMatchTextContent('is ready to use');
    expect(fake.servers).toEqual(['https://social.example/api']);
  });

  test.each([
    ['http://social.example', 'not encrypted'],
    ['social', 'no address of a server'],
  ])('%s is refused before anybody is asked', async (address, words) => {
    const fake = open();
    await pasteAll();
    await page.getByText(/^Not on X/).click();
    await field('Server address').fill(address);
    await button('Add account').click();
    await expect.element(alert()).toMatchTextContent(words);
    await expect.element(field('Server address')).toHaveAttribute('aria-invalid', 'true');
    expect(fake.servers).toEqual([]);
  });
});
