import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { someAccount, someJob } from '../testing/fake-ports.ts';
import { openFramed, swapButton, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

const ada = someAccount();
const bo = someAccount({ id: '2', handle: 'bo_bakes', name: 'Bo Bakes' });
const fern = someAccount({
  id: '7-0123456789abcdef',
  handle: 'fern_walker',
  apiBase: 'https://social.example',
});
const accounts = [ada, bo, fern];

const chip = () => page.getByRole('button', { name: /^Account: / });
const box = (handle: string) => page.getByRole('checkbox', { name: `@${handle}` });
const line = (handle: string) => page.getByRole('listitem', { name: `@${handle}` });
const status = () => page.getByRole('status');

describe('the account menu', () => {
  test('opens on the chosen account, goes by the keyboard, and closes where it was opened', async () => {
    await openFramed({ accounts });
    await chip().click();
    const menu = page.getByRole('dialog', { name: 'Accounts' });
    await expect.element(menu).toBeVisible();
    await expect.element(box('ada_paints')).toHaveFocus();
    await expect.element(page.getByText('on social.example')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(menu).not.toBeInTheDocument();
    await expect.element(chip()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(box('ada_paints')).toHaveFocus();
    await userEvent.keyboard('{Tab}{Tab}{Tab}{Enter}');
    await expect.element(menu).not.toBeInTheDocument();
    await expect.element(chip()).toHaveAccessibleName('Account: @bo_bakes');
  });

  test('somebody is always chosen', async () => {
    await openFramed({ accounts });
    await chip().click();
    await expect.element(box('ada_paints')).toHaveFocus();
    await userEvent.keyboard(' ');
    await expect.element(box('ada_paints')).toBeChecked();
    await box('bo_bakes').click();
    await box('ada_paints').click();
    await expect.element(box('ada_paints')).not.toBeChecked();
    await expect.element(chip()).toHaveAccessibleName('Account: @bo_bakes');
  });
});

describe('a swap on several accounts', () => {
  test('begins with one press, whose button is called as ever, the count beside it', async () => {
    const fake = await openFramed({ accounts });
    await chip().click();
    await box('bo_bakes').click();
    await box('fern_walker').click();
    await expect.element(chip()).toHaveAccessibleName('Account: @ada_paints and 2 more');
    await expect.element(swapButton()).toHaveAccessibleDescription('on 3 accounts');
    await swapButton().click();
    await expect.element(line('fern_walker')).toBeVisible();
    expect(fake.started).toHaveLength(1);
    expect(fake.jobs.get().map(({ accountId }) => accountId)).toEqual(accounts.map(({ id }) => id));
    await expect
      .element(line('bo_bakes').getByRole('progressbar'))
      .toHaveAccessibleName('Swapping the avatar of @bo_bakes');
  });

  test('each has its own end and its own next step', async () => {
    const error = { kind: 'tokenRevoked', status: 401, code: 89, message: 'Raw' } as const;
    const batch = { batchId: 'b' };
    const jobs = [
      someJob({ ...batch, id: 'a', handle: 'ada_paints', state: 'live', liveUrl: 'data:,' }),
      someJob({
        ...batch,
        id: 'b',
        accountId: '2',
        handle: 'bo_bakes',
        state: 'failed',
        failure: { kind: 'api', error },
      }),
      someJob({ ...batch, id: 'f', accountId: fern.id, handle: 'fern_walker', state: 'sending' }),
    ];
    const fake = await openFramed({ accounts, jobs });
    await expect
      .element(status())
      .toMatchTextContent('1 of 3 done, 1 did not go through, 1 under way');
    await expect
      .element(line('ada_paints').getByRole('link'))
      .toHaveAttribute('href', 'https://x.com/ada_paints');
    await expect.element(line('bo_bakes').getByRole('alert')).toMatchTextContent('access token');
    await line('bo_bakes').getByRole('button', { name: 'Try again' }).click();
    await line('fern_walker').getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => fake.calls).toEqual(['retry b', 'cancel f']);
    fake.jobs.set(jobs.map((job) => ({ ...job, state: 'live', failure: null, liveUrl: 'data:,' })));
    await expect.element(status()).toMatchTextContent('Live on all 3 accounts');
    await expect
      .element(
        line('fern_walker').getByRole('link', { name: 'See @fern_walker on social.example' }),
      )
      .toHaveAttribute('href', 'https://social.example/fern_walker');
  });
});

test('words about another server name it, and lead nowhere on X', async () => {
  const error = { kind: 'accountLocked', status: 403, code: 326, message: '' } as const;
  const failed = someJob({
    accountId: fern.id,
    handle: 'fern_walker',
    state: 'failed',
    failure: { kind: 'api', error },
  });
  const fake = await openFramed({ accounts: [fern] });
  fake.jobs.set([failed]);
  const alert = page.getByRole('alert');
  await expect.element(alert).toMatchTextContent('social.example has locked this account');
  expect(alert.element().textContent).not.toMatch(/\bX\b|x\.com/);
  await expect.element(page.getByRole('link')).not.toBeInTheDocument();
  const accepted = { state: 'accepted', acceptedAtMs: Date.now(), failure: null } as const;
  fake.jobs.set([{ ...failed, ...accepted, dueAtMs: Date.now() + 60_000 }]);
  await expect
    .element(page.getByRole('progressbar'))
    .toHaveAttribute('aria-valuetext', 'social.example is processing');
});
