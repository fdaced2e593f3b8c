import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { apiFailure, createFakeProfile, someProfile } from '../testing/fake-profile.ts';
import { someAccount } from '../testing/fake-ports.ts';
import { close, open, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

const { id: adaId } = someAccount();
const field = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const tab = (name: string) => page.getByRole('tab', { name, exact: true });

type Fake = ReturnType<typeof createFakeProfile>;

const openWith = async (profile: Fake, given: Parameters<typeof open>[0] = {}) => {
  const studio = await open({ profile: profile.ports, ...given });
  await tab('Profile').click();
  await expect.element(field('Name')).toBeVisible();
  return studio;
};

test('what is typed is kept letter by letter, and is there when the page opens again', async () => {
  const profile = createFakeProfile();
  await openWith(profile);
  await field('Location').fill('Up');
  await userEvent.keyboard('stream');
  expect(profile.drafts.get(adaId)?.text.location).toBe('Upstream');
  close();
  await openWith(profile);
  await expect.element(field('Location')).toHaveValue('Upstream');
  await button('Save profile').click();
  await expect.element(page.getByRole('status').first()).toMatchTextContent('Saved');
  const { base, text } = profile.drafts.get(adaId) ?? {};
  expect(text).toEqual(base);
});

test('a draft is there before X has answered, and without an answer', async () => {
  const text = { ...someProfile, location: 'Upstream' };
  const profile = createFakeProfile({
    drafts: [{ accountId: adaId, base: someProfile, text, limits: {} }],
    loadErrors: [apiFailure({ kind: 'offline', status: null })],
  });
  await openWith(profile);
  await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
  await expect.element(field('Location')).toHaveValue('Upstream');
  await button('Save profile').click();
  await expect.element(page.getByRole('status').first()).toMatchTextContent('Saved');
  expect(profile.saves).toMatchObject([{ changes: { location: 'Upstream' } }]);
});

test('a failure takes nothing away, and saving again sends the same', async () => {
  const profile = createFakeProfile({ saveErrors: [apiFailure({ kind: 'serverError' })] });
  await openWith(profile);
  await field('Bio').fill('Kept');
  await button('Save profile').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('at X’s end');
  await expect.element(field('Bio')).toHaveValue('Kept');
  expect(profile.drafts.get(adaId)?.text.description).toBe('Kept');
  await button('Save again').click();
  await expect.element(page.getByRole('status').first()).toMatchTextContent('Saved');
});

test('what changed on X meanwhile is shown beside what was typed, for one of them to stay', async () => {
  const profile = createFakeProfile({
    profiles: { [adaId]: { ...someProfile, name: 'Ada P.', location: 'Downstream', url: '' } },
    drafts: [
      {
        accountId: adaId,
        base: someProfile,
        text: { ...someProfile, location: 'Upstream', url: 'http://ada.example/b' },
        limits: {},
      },
    ],
  });
  await openWith(profile);
  await expect.element(field('Name')).toHaveValue('Ada P.');
  await expect.element(field('Location')).toHaveValue('Upstream');
  await expect.element(page.getByText('Downstream')).toBeVisible();
  await expect.element(page.getByText(/meanwhile: it is empty now/)).toBeVisible();
  await button('Use X’s').first().click();
  await expect.element(field('Location')).toHaveValue('Downstream');
  await button('Keep mine').click();
  await expect.element(page.getByText(/meanwhile/)).not.toBeInTheDocument();
  await button('Save profile').click();
  await expect.element(page.getByRole('status').first()).toMatchTextContent('Saved');
  expect(profile.saves).toMatchObject([{ changes: { url: 'http://ada.example/b' } }]);
});

test('discarding asks, and keys bring back what was typed', async () => {
  const profile = createFakeProfile();
  await openWith(profile);
  await field('Location').fill('Upstream');
  await button('Discard changes').click();
  await button('Keep').click();
  await expect.element(field('Location')).toHaveValue('Upstream');
  await button('Discard changes').click();
  await button('Discard').click();
  await expect.element(field('Location')).toHaveValue(someProfile.location);
  await field('Location').click();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(field('Location')).toHaveValue('Upstream');
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await expect.element(field('Location')).toHaveValue(someProfile.location);
});

test('undo goes back word by word', async () => {
  await openWith(createFakeProfile());
  await field('Location').fill('');
  await userEvent.keyboard('two words');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(field('Location')).toHaveValue('two');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(field('Location')).toHaveValue('');
});

test('each account has its own, and other tabs take nothing away', async () => {
  const other = someAccount({ id: '2', handle: 'studio_nine', addedAtMs: 1 });
  const profile = createFakeProfile({
    profiles: { '2': { ...someProfile, name: 'Studio Nine' } },
  });
  await openWith(profile, { accounts: [someAccount(), other] });
  await field('Location').fill('Upstream');
  await page.getByRole('button', { name: /ada_paints/ }).click();
  await page.getByRole('button', { name: 'Only @studio_nine' }).click();
  await expect.element(field('Name')).toHaveValue('Studio Nine');
  await expect.element(field('Location')).toHaveValue(someProfile.location);
  await tab('Avatar').click();
  await tab('Profile').click();
  await page.getByRole('button', { name: /studio_nine/ }).click();
  await page.getByRole('button', { name: 'Only @ada_paints' }).click();
  await expect.element(field('Location')).toHaveValue('Upstream');
  expect(profile.saves).toEqual([]);
});

test('in a private window it is said that nothing is kept', async () => {
  await openWith(createFakeProfile({ isPrivate: true }));
  await expect
    .element(page.getByText(/private window nothing you type here is kept/))
    .toBeVisible();
});
