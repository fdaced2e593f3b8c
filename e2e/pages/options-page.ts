import type { RealBrowser, Screen } from '../screen.ts';

/** The four keys as the report's `--keys` file and the sandbox name them. */
export interface Keys {
  readonly apiKey: string;
  readonly apiKeySecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
}

const fields: Readonly<Record<keyof Keys, string>> = {
  apiKey: 'API key',
  apiKeySecret: 'API key secret',
  accessToken: 'Access token',
  accessTokenSecret: 'Access token secret',
};

export interface OptionsPage {
  readonly screen: Screen;
  typeKeys(keys: Keys): Promise<void>;
  /** Types the keys, presses 'Add account', and waits until the account is there. Returns its handle. */
  addAccount(keys: Keys): Promise<string>;
  /** Types the keys, presses 'Add account', and returns what the page answers instead of an account. */
  addRefused(keys: Keys): Promise<string>;
  removeAccount(handle: string): Promise<void>;
  /** Puts the keys under a passphrase and waits until they are. */
  setPassphrase(passphrase: string): Promise<void>;
  lock(): Promise<void>;
  /** Types a passphrase and presses 'Unlock'. */
  tryPassphrase(passphrase: string): Promise<void>;
  eraseEverything(): Promise<void>;
}

/** The options page, open in `screen`. */
export const optionsPage = (screen: Screen): OptionsPage => {
  const typeKeys = async (keys: Keys): Promise<void> => {
    for (const [name, field] of Object.entries(fields)) {
      await screen.type(field, keys[name as keyof Keys]);
    }
  };
  return {
    screen,
    typeKeys,
    addAccount: async (keys) => {
      await typeKeys(keys);
      await screen.press('Add account');
      const refused = screen.waitForText('alert', /\S/).then((words) => {
        throw new Error(`The account was not added: ${words.replace(/\s+/g, ' ')}`);
      });
      const said = await Promise.race([screen.waitForText('status', /@\w+ is ready/), refused]);
      return /@(\w+)/.exec(said)?.[1] ?? '';
    },
    addRefused: async (keys) => {
      await typeKeys(keys);
      await screen.press('Add account');
      return screen.waitForText('alert', /\S/);
    },
    removeAccount: async (handle) => {
      await screen.press(`Remove @${handle}`);
      await screen.press('Yes, remove');
    },
    setPassphrase: async (passphrase) => {
      await screen.press('Set passphrase');
      await screen.type('New passphrase', passphrase);
      await screen.type('New passphrase again', passphrase);
      await screen.press('Set passphrase');
      await screen.waitForText('status', /protected by your passphrase now/);
    },
    lock: () => screen.press('Lock now'),
    tryPassphrase: async (passphrase) => {
      await screen.type('Passphrase', passphrase);
      await screen.press('Unlock');
    },
    eraseEverything: async () => {
      await screen.press('Erase everything');
      await screen.press('Yes, erase everything');
      await screen.waitForText('status', /Everything was erased/);
    },
  };
};

export const openOptions = async (browser: RealBrowser): Promise<OptionsPage> =>
  optionsPage(await browser.open(browser.extensionPage('options.html')));
