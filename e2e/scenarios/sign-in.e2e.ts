import { describe, expect } from 'vitest';
import { letIn, openAddAccount } from '../pages/add-account-page.ts';
import { openOptions } from '../pages/options-page.ts';
import { studioPage } from '../pages/studio-page.ts';
import { extensionDump } from '../support/extension-storage.ts';
import { type LeakWatch, watchLeaks } from '../support/leak-watch.ts';
import { pictureFile } from '../support/pictures.ts';
import type { Marked } from '../support/secret-forms.ts';
import { stopBackground } from '../support/stop-background.ts';
import { test, type World } from '../support/world.ts';

/** Everything of an app and its sign-ins that nobody may see, the tokens it will have included. */
const secretsOf = ({ control }: World, apiKey: string, apiKeySecret: string): readonly Marked[] => [
  { name: 'apiKey', value: apiKey },
  { name: 'apiKeySecret', value: apiKeySecret },
  ...control.signIn
    .tokens()
    .filter((token) => token.apiKey === apiKey)
    .flatMap(({ accessToken, accessTokenSecret }) => [
      { name: 'accessToken', value: accessToken },
      { name: 'accessTokenSecret', value: accessTokenSecret },
    ]),
];

const finish = async (watch: LeakWatch): Promise<void> => {
  await watch.look();
  expect(watch.leaks()).toEqual([]);
};

describe('by PIN', () => {
  test('an account is added, and its picture swapped', async ({ world }) => {
    const { browser, control } = world;
    const app = control.signIn.addApp({ name: 'Picture Desk' });
    const card = await openAddAccount(browser);
    await card.choose('With a PIN');
    await card.typeApp(app);
    const page = await card.pressForPage('Get a PIN');
    expect(new URL(page.url()).host).toBe('api.x.com');
    const pin = await letIn(page, 'studio_nine');
    expect(await card.finish(`${pin.slice(0, 3)} ${pin.slice(3)}`)).toBe('studio_nine');

    const studio = studioPage(await browser.open(browser.extensionPage('studio.html')));
    await studio.choose(await pictureFile('rust', '#a04020'));
    await studio.swap();
    await studio.waitUntilLive();
    control.assertUploads(1, { account: 'studio_nine' });
  });

  test('it outlives a stopped background and a closed page; wrong PINs can be mended', async ({
    world,
  }) => {
    const { browser, control } = world;
    const card = await openAddAccount(browser);
    await card.choose('With a PIN');
    await card.typeApp(control.signIn.addApp());
    const pin = await letIn(await card.pressForPage('Get a PIN'), 'studio_nine');
    await stopBackground(browser);
    await card.page.close();
    const again = await openAddAccount(browser);
    await again.screen.type('PIN', String((Number(pin) + 1) % 10_000_000).padStart(7, '0'));
    await again.screen.press('Finish sign-in');
    const words = await again.screen.waitForText('alert', /PIN/);
    expect(words.split('Details')[0]).not.toMatch(/oauth|verifier|401/i);
    expect(await again.finish(pin)).toBe('studio_nine');
    expect((await extensionDump(browser)).areas.session).toEqual({});
  });

  test('an app that may only read is refused, and nothing is kept', async ({ world }) => {
    const { browser, control } = world;
    const card = await openAddAccount(browser);
    await card.choose('With a PIN');
    await card.typeApp(control.signIn.addApp({ permission: 'read' }));
    const pin = await letIn(await card.pressForPage('Get a PIN'), 'studio_nine');
    await card.screen.type('PIN', pin);
    await card.screen.press('Finish sign-in');
    expect(await card.screen.waitForText('alert', /\S/)).toMatch(/Read and write/);
    const { stores, areas } = await extensionDump(browser);
    expect([stores['accounts'], stores['secrets'], areas.session]).toEqual([[], [], {}]);
  });

  test('a second account uses the first one’s app', async ({ world }) => {
    const { browser, control, keys, handle } = world;
    await (await openOptions(browser)).addAccount(keys);
    const card = await openAddAccount(browser);
    await card.choose('With a PIN');
    await card.page.getByLabel('App', { exact: true }).selectOption(`The app of @${handle}`);
    const pin = await letIn(await card.pressForPage('Get a PIN'), 'studio_nine');
    expect(await card.finish(pin)).toBe('studio_nine');
    const used = control.signIn
      .tokens()
      .find(
        ({ apiKey, accountId }) =>
          apiKey === keys.apiKey && accountId === control.world.accountOf('studio_nine')?.id,
      );
    expect(used).toBeDefined();
  });
});

describe('in a window', () => {
  test('the answer comes back by itself', async ({ world }) => {
    const { browser, control } = world;
    const card = await openAddAccount(browser);
    await card.choose('Sign-in window');
    const address = await card.page.getByLabel('Callback address').inputValue();
    expect(address).toBe(`https://${browser.extensionId}.chromiumapp.org/`);
    await card.typeApp(control.signIn.addApp({ callbackUrls: [address] }));
    const page = await card.pressForPage('Sign in');
    const closed = page.waitForEvent('close');
    await letIn(page, 'studio_nine', false);
    expect(await card.added()).toBe('studio_nine');
    await closed;
  });

  test('a no on the page is told', async ({ world }) => {
    const { browser, control } = world;
    const card = await openAddAccount(browser);
    await card.choose('Sign-in window');
    const address = await card.page.getByLabel('Callback address').inputValue();
    await card.typeApp(control.signIn.addApp({ callbackUrls: [address] }));
    const page = await card.pressForPage('Sign in');
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await card.screen.waitForText('alert', /\S/)).toMatch(/cancelled on X/);
    expect((await extensionDump(browser)).areas.session).toEqual({});
  });

  test('an app without the address leads to the PIN with one press', async ({ world }) => {
    const { browser, control } = world;
    const card = await openAddAccount(browser);
    await card.choose('Sign-in window');
    await card.typeApp(control.signIn.addApp({ callbackUrls: ['https://else.example/'] }));
    await card.screen.press('Sign in');
    await card.screen.waitForText('alert', /callback/);
    const pin = await letIn(await card.pressForPage('Use a PIN instead'), 'studio_nine');
    expect(await card.finish(pin)).toBe('studio_nine');
  });
});

test('no secret of a sign-in is seen where none may be, while it waits and after', async ({
  world,
}) => {
  const { browser, control } = world;
  const app = control.signIn.addApp();
  const card = await openAddAccount(browser);
  await card.choose('With a PIN');
  const watch = await watchLeaks(world, secretsOf(world, app.apiKey, app.apiKeySecret));
  await card.typeApp({ ...app, apiKeySecret: `${app.apiKeySecret.slice(0, 8)}wrong` });
  await card.screen.press('Get a PIN');
  watch.note('words: refused', await card.screen.waitForText('alert', /\S/));
  await card.typeApp(app);
  const page = await card.pressForPage('Get a PIN');
  const requestSecret = control.world.requestTokens.find(
    new URL(page.url()).searchParams.get('oauth_token') ?? '',
  )?.secret;
  if (!requestSecret) throw new Error('The page belongs to a sign-in');
  await finish(watch);
  const pin = await letIn(page, 'studio_nine');
  expect(await card.finish(pin)).toBe('studio_nine');

  const after = await watchLeaks(world, [
    ...secretsOf(world, app.apiKey, app.apiKeySecret),
    { name: 'requestSecret', value: requestSecret },
  ]);
  const studio = studioPage(await browser.open(browser.extensionPage('studio.html')));
  await studio.choose(await pictureFile('slate', '#405060'));
  await studio.swap();
  await studio.waitUntilLive();
  await finish(watch);
  await finish(after);
  const secrets = secretsOf(world, app.apiKey, app.apiKeySecret);
  expect(secrets).toHaveLength(4);
  control.wire.assertUnseen([...secrets.map(({ value }) => value), requestSecret]);
  expect(watch.seen()).toMatchObject({
    journal: expect.any(Number) as number,
    storage: expect.any(Number) as number,
  });
});

test('nor of one in a window', async ({ world }) => {
  const { browser, control } = world;
  const card = await openAddAccount(browser);
  await card.choose('Sign-in window');
  const address = await card.page.getByLabel('Callback address').inputValue();
  const app = control.signIn.addApp({ callbackUrls: [address] });
  const watch = await watchLeaks(world, secretsOf(world, app.apiKey, app.apiKeySecret));
  await card.typeApp(app);
  const page = await card.pressForPage('Sign in');
  await letIn(page, 'studio_nine', false);
  expect(await card.added()).toBe('studio_nine');
  await finish(watch);
  const secrets = secretsOf(world, app.apiKey, app.apiKeySecret);
  expect(secrets).toHaveLength(4);
  const after = await watchLeaks(world, secrets);
  await finish(after);
  control.wire.assertUnseen(secrets.map(({ value }) => value));
});
