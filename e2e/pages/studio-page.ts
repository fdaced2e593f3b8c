import type { Screen } from '../screen.ts';

export interface StudioPage {
  readonly screen: Screen;
  /** Goes to the banner; from here on everything is about that. */
  makeBanner(): Promise<void>;
  /** Chooses a file and waits until the picture is ready to be sent. */
  choose(file: string): Promise<void>;
  /** Waits until what is framed is ready to be sent. */
  waitUntilReady(): Promise<void>;
  swap(): Promise<void>;
  waitUntilLive(timeoutMs?: number): Promise<void>;
  /** Waits for an error and returns its words. */
  waitForAlert(pattern?: RegExp): Promise<string>;
}

// A 12 MP photo takes about a second; a shared machine may be busy with other things.
const readyTimeoutMs = 30_000;
const liveTimeoutMs = 60_000;

/** The studio, narrow or wide, open in `screen`. */
export const studioPage = (screen: Screen): StudioPage => {
  let swapName = 'Swap avatar';
  const waitUntilReady = () => screen.waitForButton(swapName, readyTimeoutMs);
  return {
    screen,
    makeBanner: async () => {
      await screen.openTab('Banner');
      swapName = 'Swap banner';
    },
    waitUntilReady,
    choose: async (file) => {
      await screen.chooseFile('Choose image', file);
      await waitUntilReady();
    },
    swap: () => screen.press(swapName),
    waitUntilLive: async (timeoutMs = liveTimeoutMs) => {
      await screen.waitForText('status', /\bLive\b/, timeoutMs);
    },
    waitForAlert: (pattern = /\S/) => screen.waitForText('alert', pattern, readyTimeoutMs),
  };
};
