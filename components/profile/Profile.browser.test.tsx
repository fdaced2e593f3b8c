import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { apiFailure, createFakeProfile, someProfile } from '../testing/fake-profile.ts';
import { createFakeSecurity } from '../testing/fake-security.ts';
import { someAccount } from '../testing/fake-ports.ts';
import { open, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

const { id: adaId } = someAccount();

type FakeGiven = Parameters<typeof createFakeProfile>[0];
type StudioGiven = Parameters<typeof open>[0];

const openProfile = async (fake: FakeGiven = {}, given: StudioGiven = {}) => {
  const profile = createFakeProfile(fake);
  const studio = await open({ profile: profile.ports, ...given });
  await page.getByRole('tab', { name: 'Profile', exact: true }).click();
  return { ...profile, studio };
};

const field = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const status = () => page.getByRole('status').first();
const saved = () => expect.element(status()).toMatchTextContent('Saved');

describe('what X has', () => {
  test('is read when the tab is opened, and stands in the fields', async () => {
    const { loads } = await openProfile();
    await expect.element(field('Name')).toHaveValue(someProfile.name);
    await expect.element(field('Bio')).toHaveValue(someProfile.description);
    await expect.element(field('Location')).toHaveValue(someProfile.location);
    await expect.element(field('Website')).toHaveValue(someProfile.url);
    expect(loads).toEqual([adaId]);
    await expect.element(button('Save profile')).toHaveAttribute('aria-disabled', 'true');
  });

  test('cannot be read: why, and again', async () => {
    await openProfile({ loadErrors: [apiFailure({ kind: 'offline', status: null })] });
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    await button('Try again').click();
    await expect.element(field('Name')).toHaveValue(someProfile.name);
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('without an account leads to the settings', async () => {
    const { studio } = await openProfile({}, { accounts: [] });
    await page.getByRole('tabpanel').getByRole('button', { name: 'Add your X account' }).click();
    expect(studio.calls).toEqual(['options']);
  });

  test('under locked keys asks for the passphrase, and then goes on', async () => {
    const security = createFakeSecurity({ protection: 'passphrase', isLocked: true }, 'a long one');
    await openProfile({ loadErrors: [{ kind: 'locked' }] }, { security: security.ports });
    await field('Passphrase').fill('a long one');
    await button('Unlock').click();
    await expect.element(field('Name')).toHaveValue(someProfile.name);
  });
});

describe('saving', () => {
  test('sends only what changed, and says so', async () => {
    const { saves } = await openProfile();
    await field('Location').fill('Upstream ');
    await button('Save profile').click();
    await saved();
    expect(saves).toEqual([{ accountId: adaId, changes: { location: 'Upstream' } }]);
    await expect.element(field('Location')).toHaveValue('Upstream');
  });

  test('by Ctrl and Enter, from the bio too', async () => {
    const { saves } = await openProfile();
    await field('Bio').fill('One line');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await saved();
    expect(saves).toMatchObject([{ changes: { description: 'One line' } }]);
  });

  test('can be undone, which is sent like any change', async () => {
    const { saves, x } = await openProfile();
    await field('Name').fill('Ada P.');
    await field('Website').fill('ada.example/new');
    await expect
      .element(page.getByText('Will be saved as http://ada.example/new'))
      .toBeInTheDocument();
    await button('Save profile').click();
    await saved();
    await expect.element(field('Website')).toHaveValue('http://ada.example/new');
    await button('Undo').click();
    await expect.element(status()).toMatchTextContent('Undone');
    expect(saves.at(-1)?.changes).toEqual({ name: someProfile.name, url: someProfile.url });
    expect(x.get(adaId)).toEqual(someProfile);
    await expect.element(field('Name')).toHaveValue(someProfile.name);
  });

  test('can be cancelled while it is under way', async () => {
    const { stopped } = await openProfile({ holdSave: new Promise(() => undefined) });
    await field('Location').fill('Upstream');
    await button('Save profile').click();
    await expect.element(status()).toMatchTextContent('Saving…');
    await button('Cancel').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('Saving was stopped');
    expect(stopped).toEqual([adaId]);
    await expect.element(field('Location')).toHaveValue('Upstream');
  });

  test('what X keeps otherwise than it was sent is said', async () => {
    await openProfile({ keeps: (changes) => ({ ...changes, description: 'Tidied' }) });
    await field('Bio').fill('  Tidied   up');
    await button('Save profile').click();
    await expect.element(status()).toMatchTextContent('X keeps the bio as shown here');
    await expect.element(field('Bio')).toHaveValue('Tidied');
  });
});

test('locked keys ask for the passphrase, and then it is saved once', async () => {
  const locked = { protection: 'passphrase', isLocked: true } as const;
  const security = createFakeSecurity(locked, 'a long one');
  const { saves } = await openProfile(
    { saveErrors: [{ kind: 'locked' }] },
    { security: security.ports },
  );
  await field('Location').fill('Upstream');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/What you typed is kept. Unlock them/)).toBeVisible();
  await field('Passphrase').fill('a long one');
  await userEvent.keyboard('{Enter}');
  await saved();
  expect(saves).toHaveLength(2);
});

test('with several accounts chosen it is said whose texts are changed', async () => {
  const other = someAccount({ id: '2', handle: 'studio_nine', addedAtMs: 1 });
  await openProfile({}, { accounts: [someAccount(), other] });
  await page.getByRole('button', { name: /ada_paints/ }).click();
  await page.getByRole('checkbox', { name: '@studio_nine' }).click();
  await expect
    .element(page.getByText('Texts are changed for @ada_paints alone.'))
    .toBeInTheDocument();
});

test('words about X are about the account’s server', async () => {
  const elsewhere = someAccount({ apiBase: 'https://social.example/api' });
  await openProfile({}, { accounts: [elsewhere] });
  await field('Name').fill('');
  await expect
    .element(page.getByText('social.example takes no profile without a name.'))
    .toBeInTheDocument();
});

describe('before anything is sent', () => {
  test('emptying a field is asked about', async () => {
    const { saves } = await openProfile();
    await field('Bio').fill('');
    await button('Save profile').click();
    await expect.element(page.getByText('Your bio will be empty.')).toBeVisible();
    await button('Keep editing').click();
    expect(saves).toEqual([]);
    await button('Save profile').click();
    await button('Save').click();
    await saved();
    expect(saves).toMatchObject([{ changes: { description: '' } }]);
  });

  test('an empty name and an address that is none are told and not sent', async () => {
    const { saves } = await openProfile();
    await field('Name').fill(' ');
    await expect
      .element(field('Name'))
      .toHaveAccessibleDescription(/takes no profile without a name/);
    await button('Save profile').click();
    await expect.element(field('Name')).toHaveFocus();
    await field('Name').fill('Ada');
    await field('Website').fill('ada@mail.example');
    await button('Save profile').click();
    await expect.element(field('Website')).toHaveFocus();
    await expect.element(field('Website')).toHaveAccessibleDescription(/mail address/);
    await expect.element(field('Website')).toHaveAttribute('aria-invalid', 'true');
    expect(saves).toEqual([]);
  });

  test('a few characters too many are a warning, far too many are not sent', async () => {
    const { saves } = await openProfile();
    await field('Location').fill('x'.repeat(33));
    await expect.element(field('Location')).toHaveAccessibleDescription(/33 of 30 characters/);
    await expect.element(page.getByText(/3 over: X may refuse it/)).toBeVisible();
    await button('Save profile').click();
    await saved();
    await field('Location').fill('x'.repeat(90));
    await button('Save profile').click();
    await expect.element(page.getByText(/60 characters too long/)).toBeVisible();
    expect(saves).toHaveLength(1);
  });
});

describe('code 120', () => {
  test('shows the server’s own maximum beside its field and counts by it', async () => {
    const message = 'Account update failed: Description is too long (maximum is 20 characters).';
    const tooLong = apiFailure({ kind: 'valueTooLong', code: 120, message });
    const { drafts } = await openProfile({ saveErrors: [tooLong] });
    await field('Bio').fill('Watercolours and more.');
    await button('Save profile').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('too long');
    await expect.element(page.getByText('X takes at most 20 characters here.')).toBeVisible();
    await expect.element(field('Bio')).toHaveAccessibleDescription(/22 of 20 characters/);
    await expect.element(field('Bio')).toHaveFocus();
    await expect.element(field('Bio')).toHaveValue('Watercolours and more.');
    expect(drafts.get(adaId)?.limits).toEqual({ description: 20 });
    await field('Bio').fill('Watercolours.');
    await button('Save profile').click();
    await saved();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });
});
