import { describe, expect } from 'vitest';
import { openProfile } from '../pages/profile-page.ts';
import { inContentScript } from '../support/content-script.ts';
import { readStoredText } from '../support/stored-text.ts';
import { test } from '../support/world.ts';

const ask = (kind: string, data: unknown): string =>
  `chrome.runtime.sendMessage(${JSON.stringify({ facelift: kind, data })})`;

describe('keys stay in the extension', () => {
  test('neither the page nor the content script can read or use them', async ({ world }) => {
    const { browser, control, handle, keys } = world;
    await world.addAccount();
    const profile = await openProfile(browser, handle);
    await profile.screen.waitForButton('Swap avatar');
    const page = browser.context.pages().find((one) => one.url().endsWith(handle));
    if (!page) throw new Error('The profile page is open');
    const fromScript = (run: string) => inContentScript(page, browser.extensionId, run);

    const reached = [
      String(await page.evaluate(readStoredText)),
      String(await fromScript(readStoredText)),
    ];
    for (const text of reached) {
      expect(text.length).toBeGreaterThan(100);
      for (const secret of Object.values(keys)) expect(text).not.toContain(secret);
    }

    const callsBefore = control.calls().filter(({ host }) => host.startsWith('api.')).length;
    const accountId = control.world.signedIn.id;
    for (const kind of ['account.remove', 'account.add', 'swap.start', 'swap.retry']) {
      const answer = await fromScript(
        ask(kind, { accountId, keys, kind: 'avatar', blobKey: 'x', jobId: 'x' }),
      );
      expect(answer).toMatchObject({ ok: false, error: { kind: 'refused' } });
    }
    expect(control.calls().filter(({ host }) => host.startsWith('api.')).length).toBe(callsBefore);
    // Refused means untouched: the account still works.
    const studio = await profile.pressSwap();
    expect(await studio.screen.address()).toContain(`for=${handle}`);
  });

  test('X cannot open pages or files of the extension', async ({ world }) => {
    const { browser, handle } = world;
    await openProfile(browser, handle);
    const page = browser.context.pages().find((one) => one.url().endsWith(handle));
    const answer = await page?.evaluate(async (address) => {
      const fetched = await fetch(address).then(
        () => 'fetched',
        () => 'refused',
      );
      return fetched;
    }, browser.extensionPage('options.html'));
    expect(answer).toBe('refused');
  });
});
