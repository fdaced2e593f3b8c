import type { Page } from 'playwright-core';
import { chromiumScreen, type Chromium } from '../chromium.ts';
import type { Screen } from '../screen.ts';

/** The two keys of an app. */
export interface AppKeys {
  readonly apiKey: string;
  readonly apiKeySecret: string;
}

/** The settings' card that adds accounts, for what a screen cannot do. */
export interface AddAccountPage {
  readonly page: Page;
  readonly screen: Screen;
  choose(way: 'Paste keys' | 'With a PIN' | 'Sign-in window'): Promise<void>;
  typeApp(keys: AppKeys): Promise<void>;
  typeServer(address: string): Promise<void>;
  /** Presses a button and gives the page that opens for it, in a tab or a window. */
  pressForPage(button: string): Promise<Page>;
  /** Types the PIN and waits for the handle of the account. */
  finish(pin: string): Promise<string>;
  /** Waits until an account is added, and gives its handle. */
  added(): Promise<string>;
}

const timeoutMs = 20_000;

export const openAddAccount = async (browser: Chromium): Promise<AddAccountPage> => {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionPage('options.html'));
  const screen = chromiumScreen(page);
  const added = async (): Promise<string> => {
    const said = await screen.waitForText('status', /@\w+ is ready/, timeoutMs);
    return /@(\w+)/.exec(said)?.[1] ?? '';
  };
  return {
    page,
    screen,
    added,
    choose: (way) => page.getByText(way, { exact: true }).click(),
    typeApp: async ({ apiKey, apiKeySecret }) => {
      await screen.type('API key', apiKey);
      await screen.type('API key secret', apiKeySecret);
    },
    typeServer: async (address) => {
      await page.getByText(/^Not on X/).click();
      await screen.type('Server address', address);
    },
    pressForPage: async (button) => {
      const opened = browser.context.waitForEvent('page', { timeout: timeoutMs });
      await screen.press(button);
      const next = await opened;
      await next.waitForURL(/\/oauth\/authorize\?/, { timeout: timeoutMs });
      return next;
    },
    finish: async (pin) => {
      await page.bringToFront();
      await screen.type('PIN', pin);
      await screen.press('Finish sign-in');
      return added();
    },
  };
};

/** Lets the app in on its server's page, as a person there; gives the page's PIN, if it shows one. */
export const letIn = async (page: Page, handle: string, showsPin = true): Promise<string> => {
  await page.getByLabel('Account').selectOption(handle);
  await page.getByRole('button', { name: 'Authorize app' }).click();
  return showsPin ? page.locator('#oauth_pin code').innerText() : '';
};
