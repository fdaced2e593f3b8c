import { expect } from 'vitest';
import { firefoxTest } from '../support/world.ts';

const test = firefoxTest();

const valueOf = (label: string): string =>
  `[...document.querySelectorAll('label')].find((one) => one.textContent === '${label}')?.control?.value`;

test('in Firefox, too, a profile is read, kept as a draft, and saved', async ({ world }) => {
  const { browser, control } = world;
  await world.addAccount();
  const screen = await browser.open(browser.extensionPage('studio.html'));
  await screen.openTab('Profile');
  await expect.poll(() => screen.run<string>(valueOf('Website'))).toBe('http://ada.example/');
  await screen.type('Location', 'Upstream');
  await screen.close();

  const again = await browser.open(browser.extensionPage('studio.html'));
  await again.openTab('Profile');
  await expect.poll(() => again.run<string>(valueOf('Location'))).toBe('Upstream');
  await again.type('Website', 'ada.example/boats');
  await again.press('Save profile');
  await again.waitForText('status', /Saved/);
  expect(control.world.signedIn).toMatchObject({
    location: 'Upstream',
    url: 'http://ada.example/boats',
  });
  await again.press('Undo');
  await again.waitForText('status', /Undone/);
  expect(control.world.signedIn.location).toBe('Port Lowen');
});
