import { strToU8, zipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { openOptions } from '../pages/options-page.ts';
import { openProfile } from '../pages/profile-page.ts';
import { inContentScript } from '../support/content-script.ts';
import { type LeakWatch, watchLeaks } from '../support/leak-watch.ts';
import { pictureFile } from '../support/pictures.ts';
import type { Marked } from '../support/secret-forms.ts';
import { waitUntil } from '../support/wait-until.ts';
import { test, type World } from '../support/world.ts';

const passphrase = 'lantern copper violin moss kettle';

const secretsOf = ({ keys }: World): readonly Marked[] => [
  ...Object.entries(keys).map(([name, value]) => ({ name, value: String(value) })),
  { name: 'passphrase', value: passphrase },
];

const finish = async (watch: LeakWatch): Promise<void> => {
  await watch.look();
  expect(watch.leaks()).toEqual([]);
};

describe('no secret is seen where none may be', () => {
  test('while an account is added, refused, protected, unlocked and removed', async ({ world }) => {
    const { browser, keys, handle } = world;
    const watch = await watchLeaks(world, secretsOf(world));
    const options = await openOptions(browser);
    const words = await options.addRefused({ ...keys, accessTokenSecret: `${keys.apiKey}-wrong` });
    watch.note('words: refusal', words);
    await options.screen.go(browser.extensionPage('options.html'));
    await options.addAccount(keys);
    await options.setPassphrase(passphrase);
    await options.lock();
    await options.tryPassphrase(`${passphrase}?`);
    watch.note('words: wrong passphrase', await options.screen.waitForText('alert', /\S/));
    await options.tryPassphrase(passphrase);
    await options.screen.waitForButton('Lock now');
    await options.screen.press('Save a copy');
    await waitUntil(() => (watch.seen()['download'] ?? 0) >= 2, {
      timeoutMs: 10_000,
      what: 'the copy to be saved',
    });
    await finish(watch);
    await options.removeAccount(handle);
    await finish(watch);
    expect(watch.seen()).toMatchObject({
      address: expect.any(Number) as number,
      request: expect.any(Number) as number,
      storage: expect.any(Number) as number,
      journal: expect.any(Number) as number,
    });
  });

  test('while a picture is swapped, and while it fails', async ({ world }) => {
    const { browser, control, handle } = world;
    const watch = await watchLeaks(world, secretsOf(world));
    await world.addAccount();
    const profile = await openProfile(browser, handle);
    const studio = await profile.pressSwap();
    await studio.choose(await pictureFile('teal', '#107070'));
    control.addFault({ kind: 'status', status: 403, match: { path: 'update_profile_image' } });
    await studio.swap();
    watch.note('words: failure', await studio.waitForAlert());
    await studio.screen.press('Try again');
    await studio.waitUntilLive();
    control.assertUploads(1);
    await finish(watch);
    expect(watch.seen()['notice']).toBeGreaterThan(1);
    expect(watch.seen()['journal']).toBeGreaterThan(3);
    expect(control.calls().some(({ verified }) => verified)).toBe(true);
  });
});

describe('the watch itself', () => {
  test('finds a secret planted in each of the places', async ({ world }) => {
    const { browser, handle } = world;
    const marked = { name: 'planted', value: '77-kJ8sWq2ZtYp4LmNv6RcXb1' };
    const watch = await watchLeaks(world, [marked]);
    const secret = JSON.stringify(marked.value);
    const profile = await openProfile(browser, handle);
    await profile.screen.waitForButton('Swap avatar');
    const page = browser.context.pages().find((one) => one.url().endsWith(handle));
    if (!page) throw new Error('The profile page is open');
    const background = await browser.background();
    const taken = (run: string) => inContentScript(page, browser.extensionId, run);

    await page.evaluate(`console.log('in part:', ${secret}.slice(6, 22))`);
    await taken(`console.warn({ key: ${secret} })`);
    await background.evaluate(`console.error(${secret})`);
    await background.evaluate(`chrome.notifications.create('n', {
      type: 'basic', iconUrl: '/icon/128.png', title: 'a', message: ${secret} })`);
    await page.evaluate(`localStorage.setItem('k', btoa('x' + ${secret}))`);
    await page.evaluate(`void fetch('/?k=' + encodeURIComponent(${secret})).catch(() => null)`);
    await page.evaluate(`history.replaceState(null, '', '/${handle}?k=' + ${secret})`);
    await page.evaluate(`document.body.append(${secret})`);
    await page.evaluate(`{
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['report: ' + ${secret}]));
      link.download = 'report.txt';
      link.click();
    }`);
    // Packed, so that the file as it is says nothing.
    const zip = Buffer.from(zipSync({ 'a.txt': strToU8(`notes: ${marked.value}`) }, { level: 9 }));
    expect(zip.toString('latin1')).not.toContain(marked.value);
    await page.evaluate(`{
      const link = document.createElement('a');
      const bytes = Uint8Array.from(atob('${zip.toString('base64')}'), (one) => one.charCodeAt(0));
      link.href = URL.createObjectURL(new Blob([bytes]));
      link.download = 'history.zip';
      link.click();
    }`);
    const studio = await browser.context.newPage();
    await studio.goto(browser.extensionPage('popup.html'));
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await studio.evaluate(`navigator.clipboard.writeText('report ' + ${secret})`);
    await watch.noteClipboard(studio);
    await studio.evaluate(`console.info('popup', ${secret})`);
    await studio.getByLabel('Choose image').evaluate((input, text) => {
      const field = document.createElement('input');
      field.value = text;
      input.after(field);
    }, marked.value);
    // What the background sends is not told to the driver; the server hears it.
    await background.evaluate(
      `void fetch('https://api.x.com/1.1/x.json', { headers: { 'x-a': btoa('k' + ${secret}) } }).catch(() => null)`,
    );
    const pictures = studio.workers()[0] ?? (await studio.waitForEvent('worker'));
    await pictures.evaluate(`console.log(${secret})`);
    const places = [
      'console: page',
      'console: background',
      'notice: shown',
      'storage: X’s page',
      'storage: content script',
      'request: sent',
      'journal: call',
      'address: page',
      'markup: page',
      'download: file',
      'download: in the zip',
      'clipboard: text',
      'text: page',
      'wire: header x-a',
      'console: picture worker',
    ];
    const areRead = (): boolean =>
      ['file', 'in the zip'].every((one) => watch.leaks().includes(`planted in download: ${one}`));
    await waitUntil(areRead, {
      timeoutMs: 10_000,
      what: 'the downloads to be read',
    });
    await watch.look();
    expect(watch.leaks()).toEqual(
      expect.arrayContaining(places.map((place) => `planted in ${place}`)),
    );
  });
});
