import { createHash } from 'node:crypto';
import { describe, expect } from 'vitest';
import { openOptions } from '../pages/options-page.ts';
import { studioPage } from '../pages/studio-page.ts';
import { answerQuestion } from '../support/firefox-window.ts';
import { pictureFile } from '../support/pictures.ts';
import { firefoxTest, type World } from '../support/world.ts';
import type { RealBrowser, Screen } from '../screen.ts';

const test = firefoxTest();

/** Firefox makes it of the extension's id (identity.getRedirectURL, MDN): the same in every profile. */
const mark = createHash('sha1').update('facelift@facelift.invalid').digest('hex');
const redirectAddress = `https://${mark}.extensions.allizom.org/`;

const openWay = async (
  { browser, control }: World<RealBrowser>,
  way: string,
  callbackUrls: string[] = [],
): Promise<Screen> => {
  const { apiKey, apiKeySecret } = control.signIn.addApp({ callbackUrls });
  const { screen } = await openOptions(browser);
  // The space bar chooses among radio buttons.
  await screen.type(way, ' ');
  await screen.type('API key', apiKey);
  await screen.type('API key secret', apiKeySecret);
  return screen;
};

describe('in stock Firefox', () => {
  test('an account is added by PIN', async ({ world }) => {
    const { browser, control, handle } = world;
    const screen = await openWay(world, 'With a PIN');
    const page = await browser.tabOpenedBy(() => screen.press('Get a PIN'), '/oauth/authorize');
    const token = new URL(await page.address()).searchParams.get('oauth_token') ?? '';
    const decided = control.signIn.authorise(token);
    if (decided.kind !== 'pin') throw new Error('The page shows a PIN');
    await screen.front();
    await screen.type('PIN', decided.pin);
    await screen.press('Finish sign-in');
    expect(await screen.waitForText('status', /is ready/)).toContain(handle);
  });

  test('an account is added in a window that comes back by itself', async ({ world }) => {
    const { browser, handle } = world;
    const screen = await openWay(world, 'Sign-in window', [redirectAddress]);
    const page = await browser.tabOpenedBy(() => screen.press('Sign in'), '/oauth/authorize');
    await page.press('Authorize app');
    expect(await screen.waitForText('status', /is ready/)).toContain(handle);
  });

  firefoxTest()(
    'a server that is not X: a no keeps what is typed and sends nothing, a yes leads to a swap and back',
    async ({ world }) => {
      const { browser, control } = world;
      const fern = control.compatible.accountOf('fern_walker');
      if (!fern) throw new Error('The other server has this account');
      const { screen, typeKeys } = await openOptions(browser);
      await screen.press('Not on X? Choose another server');
      await screen.type('Server address', 'social.example/api');
      await typeKeys(fern.keys);
      await screen.press('Add account');
      await answerQuestion(browser, 'no');
      const words = await screen.waitForText('alert', /does not talk to social\.example/);
      expect(words).toMatch(/Nothing was sent.*Press the button again and allow it/);
      expect(control.calls().filter(({ host }) => host === 'social.example')).toEqual([]);

      await screen.press('Add account');
      await answerQuestion(browser, 'yes');
      expect(await screen.waitForText('status', /is ready/)).toContain('fern_walker');

      const before = await fern.picture?.bytes();
      const studio = studioPage(await browser.open(browser.extensionPage('studio.html')));
      await studio.choose(await pictureFile('pine', '#205030'));
      await studio.swap();
      await studio.waitUntilLive();
      control.assertUploads(1, { account: 'fern_walker' });
      await studio.screen.press('Undo swap');
      await studio.screen.waitForText('progressbar', /Uploading/);
      await studio.waitUntilLive();
      control.assertUploads(2, { account: 'fern_walker' });
      expect(Buffer.from((await fern.picture?.bytes()) ?? []).equals(before ?? Buffer.of())).toBe(
        true,
      );
      expect(control.calls().filter(({ host }) => host.startsWith('api.'))).toEqual([]);
    },
  );
});
