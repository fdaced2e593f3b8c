import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { messageKinds } from '../../utils/platform/messages.ts';
import { openOptions } from '../pages/options-page.ts';
import { openProfile } from '../pages/profile-page.ts';
import * as attacks from '../support/attacks.ts';
import { inContentScript } from '../support/content-script.ts';
import { extensionDump } from '../support/extension-storage.ts';
import { pause } from '../support/wait-until.ts';
import { test, type World } from '../support/world.ts';

const passphrase = 'lantern copper violin moss kettle';

interface Scene {
  readonly page: Page;
  /** Runs in the content script's own world on X. */
  readonly taken: (expression: string) => Promise<unknown>;
  /** Everything the extension keeps, and everything it asked of X so far. */
  readonly everything: () => Promise<unknown>;
}

/** An account under a passphrase, unlocked, and its profile open: there is all to be had. */
const openScene = async ({ browser, control, handle, keys }: World): Promise<Scene> => {
  const options = await openOptions(browser);
  await options.addAccount(keys);
  await options.setPassphrase(passphrase);
  await options.screen.go('about:blank');
  const profile = await openProfile(browser, handle);
  await profile.screen.waitForButton('Swap avatar');
  const page = browser.context.pages().find((one) => one.url().endsWith(handle));
  if (!page) throw new Error('The profile page is open');
  return {
    page,
    taken: (expression) => inContentScript(page, browser.extensionId, expression),
    everything: async () => ({
      stored: await extensionDump(browser),
      calls: control
        .calls()
        .filter(({ host }) => host.startsWith('api.'))
        .map(({ method, path }) => `${method} ${path}`),
    }),
  };
};

const secretsOf = ({ keys }: World): readonly string[] => [...Object.values(keys), passphrase];

const expectNone = (where: unknown, secrets: readonly string[]): void => {
  for (const secret of secrets) expect(JSON.stringify(where)).not.toContain(secret);
};

const studioTabs = ({ browser }: World): readonly Page[] =>
  browser.context.pages().filter((page) => page.url().includes('studio.html'));

describe('code that took over the content script', () => {
  test('cannot have, use or change anything by messages', async ({ world }) => {
    const { taken, everything } = await openScene(world);
    const before = await everything();
    const data = {
      accountId: world.control.world.signedIn.id,
      keys: world.keys,
      kind: 'avatar',
      blobKey: 'x',
      jobId: 'x',
      apiBase: 'https://evil.example',
      passphrase,
      current: passphrase,
      next: 'chosen by somebody else',
      minutes: 240,
    };
    const kinds = Object.keys(messageKinds.fromOwnPages);
    const refused = { value: { ok: false, error: { kind: 'refused' } } };
    const answers = await taken(attacks.sendAll(kinds, data));
    expect(answers).toEqual(Object.fromEntries(kinds.map((kind) => [kind, refused])));

    const odd = (await taken(attacks.sendNonsense)) as readonly object[];
    for (const answer of odd) {
      const value = 'value' in answer ? answer.value : undefined;
      expect([undefined, null, refused.value]).toContainEqual(value);
    }
    expect(await taken(attacks.openPort)).toMatchObject({ heard: [] });
    expect(await everything()).toEqual(before);
    world.control.assertUploads(0);
  });

  test('cannot read, fill or open up storage', async ({ world }) => {
    const { taken, everything } = await openScene(world);
    const before = await everything();
    const results = (await taken(attacks.useStorage)) as Record<string, { error?: string }>;
    expect(Object.keys(results).length).toBeGreaterThan(12);
    const succeeded = Object.entries(results).filter(
      ([attempt, { error }]) => !attempt.startsWith('managed') && !error,
    );
    expect(succeeded).toEqual([]);
    const names = await taken(attacks.meddle);
    expect(names).not.toContain('facelift');
    expectNone([results, names], secretsOf(world));
    expect(await everything()).toEqual(before);

    // A lock that the page holds is the page's own: the extension's still works.
    const options = await openOptions(world.browser);
    await options.lock();
    await options.tryPassphrase(passphrase);
    await options.screen.waitForButton('Lock now');
  });

  test('cannot look into the extension’s pages', async ({ world }) => {
    const { taken, page } = await openScene(world);
    const results = (await taken(attacks.openOwnPages)) as Record<string, { value?: string }>;
    expect(Object.keys(results)).toHaveLength(10);
    const read = Object.entries(results).filter(([, { value = 'closed' }]) => value !== 'closed');
    expect(read).toEqual([]);
    const framed = page.frames().filter((frame) => frame.url().startsWith('chrome-extension://'));
    const readable = await Promise.all(
      framed.map((frame) =>
        frame.evaluate<boolean>(`'runtime' in (globalThis.chrome ?? {})`).catch(() => false),
      ),
    );
    expect(readable).not.toContain(true);
  });

  test('may open the studio, but not without end, and decides nothing there', async ({ world }) => {
    const { taken, everything } = await openScene(world);
    const before = await everything();
    await taken(`(async () => {
      const data = { handle: 'ada_paints', apiBase: 'https://evil.example', blob: 'x'.repeat(10_000) };
      const all = Array.from({ length: 100 }, () => chrome.runtime.sendMessage({ facelift: 'studio.open', data }));
      return Promise.allSettled(all).then(() => null);
    })()`);
    await pause(1_000);
    const opened = studioTabs(world).map((page) => new URL(page.url()).search);
    // Three in five seconds, twelve in a minute: how many it came to depends on how fast this machine is.
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.length).toBeLessThanOrEqual(12);
    expect(new Set(opened)).toEqual(new Set(['?for=ada_paints']));
    expect(await everything()).toEqual(before);
  });
});

test('X itself, or a script on it, cannot press the button or send messages', async ({ world }) => {
  const { page, everything } = await openScene(world);
  const before = await everything();
  const reached = await page.evaluate((kinds) => {
    for (const kind of kinds) {
      window.postMessage({ facelift: kind, data: {} }, '*');
      document.dispatchEvent(new CustomEvent('facelift', { detail: { facelift: kind } }));
    }
    const every = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? every(element.shadowRoot) : []),
      ]);
    const buttons = every(document).filter((element) => element.ariaLabel === 'Swap avatar');
    for (const button of buttons)
      for (let times = 0; times < 20; times += 1) (button as HTMLElement).click();
    const given = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } };
    return { buttons: buttons.length, messages: given.chrome?.runtime?.sendMessage !== undefined };
  }, Object.keys(messageKinds.fromOwnPages));
  expect(reached).toEqual({ buttons: 1, messages: false });
  await pause(1_000);
  expect(studioTabs(world)).toHaveLength(0);
  expect(await everything()).toEqual(before);
});
