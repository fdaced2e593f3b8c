import { describe, expect } from 'vitest';
import { openAddAccount } from '../pages/add-account-page.ts';
import { openOptions, optionsPage } from '../pages/options-page.ts';
import { openProfile } from '../pages/profile-page.ts';
import { studioPage } from '../pages/studio-page.ts';
import { openStudio } from '../support/playwright-page.ts';
import { grantedHosts, grantHost } from '../support/grant-host.ts';
import { pictureFile } from '../support/pictures.ts';
import { waitUntil } from '../support/wait-until.ts';
import { test, type World } from '../support/world.ts';

const accountOf = ({ control }: World, handle: string) => {
  const account = control.world.accountOf(handle) ?? control.compatible.accountOf(handle);
  if (!account) throw new Error(`The sandbox has no account ${handle}`);
  return account;
};

const social = 'https://social.example/*';

/** Hosts that saw an API key. */
const hostsFor = ({ control }: World, apiKey: string): readonly string[] => [
  ...new Set(
    control.wire
      .requests()
      .filter(({ authorization }) => authorization?.includes(apiKey))
      .map(({ host }) => host),
  ),
];

const addFern = async (world: World, handle = 'fern_walker'): Promise<string> => {
  await grantHost(world.browser, social);
  const card = await openAddAccount(world.browser);
  await card.typeServer('social.example/api');
  return optionsPage(card.screen).addAccount(accountOf(world, handle).keys);
};

describe('a server that is not X', () => {
  test('adds, swaps and confirms there, and X hears nothing of it', async ({ world }) => {
    const { browser, control } = world;
    expect(await grantedHosts(browser)).not.toContain(social);
    expect(await addFern(world)).toBe('fern_walker');
    expect(await grantedHosts(browser)).toContain(social);
    const studio = studioPage(await browser.open(browser.extensionPage('studio.html')));
    await studio.choose(await pictureFile('fern', '#207040'));
    await studio.swap();
    await studio.waitUntilLive();
    control.assertUploads(1, { account: 'fern_walker' });
    expect(hostsFor(world, accountOf(world, 'fern_walker').keys.apiKey)).toEqual([
      'social.example',
    ]);
    expect(control.calls().filter(({ host }) => host.startsWith('api.'))).toEqual([]);
  });

  test('keys that may only read are told of when the picture is refused', async ({ world }) => {
    const { browser, control } = world;
    await addFern(world, 'stone_bridge');
    const studio = studioPage(await browser.open(browser.extensionPage('studio.html')));
    await studio.choose(await pictureFile('stone', '#707070'));
    await studio.swap();
    const words = await studio.waitForAlert();
    expect(words).toMatch(/look at your profile but not change it/);
    expect(words.split('Details')[0]).not.toMatch(/\bX\b/);
    control.assertUploads(0);
  });

  test('leave to talk to it goes with its last account', async ({ world }) => {
    const { browser } = world;
    await addFern(world);
    const options = await openOptions(browser);
    await options.removeAccount('fern_walker');
    await waitUntil(async () => !(await grantedHosts(browser)).includes(social), {
      timeoutMs: 5_000,
      what: 'the host to be given back',
    });
  });

  test('and is not kept where the keys were refused', async ({ world }) => {
    const { browser } = world;
    await grantHost(browser, social);
    const card = await openAddAccount(browser);
    await card.typeServer('social.example');
    await optionsPage(card.screen).addRefused({
      ...accountOf(world, 'fern_walker').keys,
      apiKeySecret: 'not-the-secret',
    });
    expect(await grantedHosts(browser)).not.toContain(social);
  });
});

describe('one press, several accounts', () => {
  test('one that fails stops no other, and is tried again alone', async ({ world }) => {
    const { browser, control, handle } = world;
    await world.addAccount();
    const options = await openOptions(browser);
    await options.addAccount(accountOf(world, 'studio_nine').keys);
    await addFern(world);
    control.revoke('studio_nine');

    const { page, studio } = await openStudio(browser);
    await studio.choose(await pictureFile('gold', '#b09020'));
    await page.getByRole('button', { name: /^Account: / }).click();
    for (const one of ['studio_nine', 'fern_walker'])
      await page.getByRole('checkbox', { name: `@${one}` }).check();
    await page.keyboard.press('Escape');
    await studio.swap();
    const line = (one: string) => page.getByRole('listitem', { name: `@${one}` });
    await line('studio_nine').getByRole('alert').waitFor();
    await line(handle).getByText('Live', { exact: true }).waitFor();
    await line('fern_walker').getByText('Live', { exact: true }).waitFor();
    await studio.screen.waitForText('status', /2 of 3 done, 1 did not go through/);
    control.assertUploads(1, { account: handle });
    control.assertUploads(1, { account: 'fern_walker' });
    control.assertUploads(2);
    control.wire.assertNoOverlaps();
    expect(hostsFor(world, accountOf(world, 'fern_walker').keys.apiKey)).toEqual([
      'social.example',
    ]);
    for (const one of [handle, 'studio_nine'])
      expect(hostsFor(world, accountOf(world, one).keys.apiKey)).toEqual(['api.x.com']);

    // Let in again on X, the same keys are good.
    for (const token of control.signIn.tokens()) token.revoked = false;
    await line('studio_nine').getByRole('button', { name: 'Try again' }).click();
    await studio.waitUntilLive();
    control.assertUploads(1, { account: 'studio_nine' });
    control.assertUploads(3);
  });

  test('the default is used where nothing says which, a profile page says which', async ({
    world,
  }) => {
    const { browser, handle } = world;
    await world.addAccount();
    const options = await openOptions(browser);
    await options.addAccount(accountOf(world, 'studio_nine').keys);
    await options.screen.press('Use @studio_nine by default');
    const { page } = await openStudio(browser);
    await page.getByRole('button', { name: 'Account: @studio_nine' }).waitFor();
    const fromProfile = await (await openProfile(browser, handle)).pressSwap();
    await fromProfile.screen.waitForButton(`Account: @${handle}`);
  });
});
