import { describe, expect } from 'vitest';
import { openOptions } from '../pages/options-page.ts';
import { readStoredText } from '../support/stored-text.ts';
import { waitUntil } from '../support/wait-until.ts';
import { test } from '../support/world.ts';

const holdsAny = (text: string, secrets: readonly string[]): boolean =>
  secrets.some((secret) => text.includes(secret));

const withoutCodes = /\b(401|403|OAuth|HTTP|undefined|null|object)\b/;

describe('keys that will not do are refused in plain words', () => {
  test('a wrong secret', async ({ world }) => {
    const options = await openOptions(world.browser);
    const words = await options.addRefused({ ...world.keys, accessTokenSecret: 'not-the-secret' });
    expect(words).toMatch(/keys?|tokens?/i);
    expect(words.split('Details')[0]).not.toMatch(withoutCodes);
    expect(world.control.calls().filter(({ verified }) => verified)).toEqual([]);
  });

  test('a token that may only read', async ({ world }) => {
    const reader = world.control.accounts.find(({ access }) => access === 'read');
    if (!reader) throw new Error('The sandbox has an account with a read-only token');
    const options = await openOptions(world.browser);
    const words = await options.addRefused(reader.keys);
    expect(words).toMatch(/read[- ]only|may only read|write/i);
    expect(words.split('Details')[0]).not.toMatch(withoutCodes);
  });

  test('a key left out', async ({ world }) => {
    const options = await openOptions(world.browser);
    expect(await options.addRefused({ ...world.keys, apiKeySecret: '' })).toMatch(/API key secret/);
    expect(world.control.calls().filter(({ host }) => host.startsWith('api.'))).toEqual([]);
  });
});

describe('an account', () => {
  test('is removed with its keys', async ({ world }) => {
    const { browser, keys, handle } = world;
    const options = await openOptions(browser);
    await options.addAccount(keys);
    const [page] = browser.context.pages();
    if (!page) throw new Error('The options page is open');
    const stored = () => page.evaluate<string>(readStoredText);
    expect(await stored()).toContain('"sealed"');
    expect(holdsAny(await stored(), Object.values(keys))).toBe(false);
    await options.removeAccount(handle);
    await page.getByText(`@${handle}`, { exact: true }).waitFor({ state: 'detached' });
    await waitUntil(async () => !(await stored()).includes('"sealed"'), {
      timeoutMs: 5_000,
      what: 'the sealed keys to be gone from the database',
    });
  });
});
