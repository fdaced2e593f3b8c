import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles/options-styles.ts';
import { err } from '../../utils/domain/result.ts';
import type { SecurityState } from '../../utils/domain/security.ts';
import { createFakeSignIn } from '../testing/fake-sign-in.ts';
import { createFakeData, createFakeSecurity } from '../testing/fake-security.ts';
import { usePageRoot } from '../testing/page-root.ts';
import { Options } from './Options.tsx';

const root = usePageRoot();

type GivenData = Parameters<typeof createFakeData>[0];

const open = (start: Partial<SecurityState> = {}, passphrase = '', given: GivenData = {}) => {
  const security = createFakeSecurity(start, passphrase);
  const data = createFakeData(given);
  const ports = {
    watchAccounts: () => () => undefined,
    addAccount: async () => err({ kind: 'notReached' } as const),
    removeAccount: async () => undefined,
    makeDefault: async () => undefined,
    signIn: createFakeSignIn().ports,
    security: security.ports,
    data: data.ports,
  };
  root.show(<Options ports={ports} />);
  return { ...security, calls: data.calls };
};

const section = () => page.getByRole('region', { name: 'Security' });
const data = () => page.getByRole('region', { name: 'Your data' });
const field = (name: string) => section().getByLabelText(name, { exact: true });
const button = (name: string) => section().getByRole('button', { name, exact: true });
const alert = () => section().getByRole('alert');
const good = 'lantern copper violin moss kettle';
const unlocked = { protection: 'passphrase' } as const;
const locked = { protection: 'passphrase', isLocked: true } as const;

describe('setting a passphrase', () => {
  test('twice the same, with a hint of its strength on the way', async () => {
    const { passphrase } = open();
    await expect.element(section()).toMatchTextContent('Protected by this browser profile');
    await button('Set passphrase').click();
    const first = field('New passphrase');
    await expect.element(first).toHaveFocus();
    await expect.element(section()).toMatchTextContent('Nobody can recover it');
    await first.fill('password1');
    await expect.element(section()).toMatchTextContent('Weak');
    await first.fill(good);
    await expect.element(section()).toMatchTextContent('Strong');
    await field('New passphrase again').fill(good);
    await userEvent.keyboard('{Enter}');
    await expect.element(section()).toMatchTextContent('protected by your passphrase now');
    await expect.element(section()).toMatchTextContent('Protected by your passphrase: unlocked');
    expect(passphrase()).toBe(good);
  });

  test('too short, or not the same twice: said, and nothing is set', async () => {
    const { passphrase } = open();
    await button('Set passphrase').click();
    await field('New passphrase').fill('short');
    await button('Set passphrase').click();
    await expect.element(alert()).toMatchTextContent('at least 8 characters');
    await field('New passphrase').fill(good);
    await field('New passphrase again').fill(`${good} `);
    await button('Set passphrase').click();
    await expect.element(alert()).toMatchTextContent('not the same');
    expect(passphrase()).toBe('');
    await button('Cancel').click();
    await expect.element(button('Set passphrase')).toBeVisible();
    await expect.element(alert()).not.toBeInTheDocument();
  });

  test('what is typed is hidden until it is asked to be shown', async () => {
    open();
    await button('Set passphrase').click();
    await expect.element(field('New passphrase')).toHaveAttribute('type', 'password');
    await button('Show what was typed').first().click();
    await expect.element(field('New passphrase')).toHaveAttribute('type', 'text');
  });
});

describe('with a passphrase', () => {
  test('locking and unlocking', async () => {
    open(unlocked, good);
    await button('Lock now').click();
    await expect.element(section()).toMatchTextContent('Protected by your passphrase: locked');
    await expect.element(button('Change passphrase')).not.toBeInTheDocument();
    await field('Passphrase').fill(good);
    await userEvent.keyboard('{Enter}');
    await expect.element(section()).toMatchTextContent('Protected by your passphrase: unlocked');
  });

  test('wrong ones are told, and after the fourth the next has to wait', async () => {
    open(locked, good);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await field('Passphrase').fill(`wrong ${attempt}`);
      await button('Unlock').click();
      await expect.element(alert()).toMatchTextContent('That is not the passphrase.');
    }
    await expect.element(section()).toMatchTextContent(/next try is possible in \d s/);
    await expect.element(button('Unlock')).toHaveAttribute('aria-disabled', 'true');
    await field('Passphrase').fill(good);
    await button('Unlock').click({ force: true });
    await expect.element(section()).toMatchTextContent('Protected by your passphrase: locked');
    await expect.element(button('Unlock')).toHaveAttribute('aria-disabled', 'false');
    await button('Unlock').click();
    await expect.element(section()).toMatchTextContent('Protected by your passphrase: unlocked');
  });

  test('changing it asks for the current one', async () => {
    const { passphrase } = open(unlocked, good);
    await button('Change passphrase').click();
    await field('Current passphrase').fill('not it at all');
    await field('New passphrase').fill('orbit kettle harbour plum');
    await field('New passphrase again').fill('orbit kettle harbour plum');
    await button('Change passphrase').click();
    await expect.element(alert()).toMatchTextContent('not the passphrase');
    expect(passphrase()).toBe(good);
    await field('Current passphrase').fill(good);
    await button('Change passphrase').click();
    await expect.element(section()).toMatchTextContent('the new passphrase counts');
    expect(passphrase()).toBe('orbit kettle harbour plum');
  });

  test('removing it asks for it too, and says what that means', async () => {
    open(unlocked, good);
    await button('Remove passphrase').click();
    await expect.element(section()).toMatchTextContent('whoever can use this browser profile');
    await field('Current passphrase').fill(good);
    await button('Remove passphrase').click();
    await expect.element(section()).toMatchTextContent('Protected by this browser profile');
  });

  test('the time until it locks by itself is the person’s choice', async () => {
    const { state } = open(unlocked, good);
    const choice = section().getByLabelText('Lock by itself after');
    await expect.element(choice).toHaveValue('15');
    await userEvent.selectOptions(choice, '1 hour');
    await expect.poll(() => state.get().autoLockMinutes).toBe(60);
  });
});

describe('your data', () => {
  test('is erased on the second press only', async () => {
    const { calls } = open();
    const erase = data().getByRole('button', { name: 'Erase everything', exact: true });
    await erase.click();
    await expect.element(data()).toMatchTextContent('cannot be undone');
    await expect.poll(() => document.activeElement?.textContent).toBe('Keep');
    await userEvent.keyboard('{Enter}');
    await expect.element(erase).toHaveFocus();
    expect(calls).toEqual([]);
    await erase.click();
    await data().getByRole('button', { name: 'Yes, erase everything' }).click();
    await expect.element(data().getByRole('status')).toMatchTextContent('Everything was erased');
    expect(calls).toEqual(['erase']);
  });

  test('that could not be erased is told', async () => {
    open({}, '', { erased: err({ kind: 'failed' }) });
    await data().getByRole('button', { name: 'Erase everything' }).click();
    await data().getByRole('button', { name: 'Yes, erase everything' }).click();
    await expect.element(data().getByRole('alert')).toMatchTextContent('Not everything');
  });

  test('that could not be read is told, and in the copy', async () => {
    const { calls } = open({}, '', { setAside: 2 });
    await expect.element(data()).toMatchTextContent('2 stored entries could not be read');
    await data().getByRole('button', { name: 'Save a copy' }).click();
    await expect.poll(() => calls).toEqual(['copy']);
  });

  test('of a newer version: said with what to do, in place of everything that would need it', async () => {
    open({}, '', { problem: { kind: 'newerData', knownVersion: 2 } });
    await expect.element(page.getByRole('alert')).toMatchTextContent('Update Facelift to go on.');
    await expect.element(page.getByRole('button', { name: 'Add account' })).not.toBeInTheDocument();
    await expect.element(data().getByRole('button', { name: 'Save a copy' })).toBeVisible();
  });
});
