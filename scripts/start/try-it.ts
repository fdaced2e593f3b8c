import { openProfile } from '../../e2e/pages/profile-page.ts';
import type { SeenCall } from './api-relay.ts';
import type { TryWorld } from './open-world.ts';

const callText = ({ status, method, host, path, ms }: SeenCall): string =>
  `  ${String(status || 'cut').padEnd(4)}${method.padEnd(5)}${host}${path}  ${ms} ms\n`;

const introduction = ({ keys, browser }: TryWorld, handle: string, image: string): string => `
Facelift is installed, and @${handle} is signed in at a small X on this machine.

  1. Open the extension's options: ${browser.extensionPage('options.html')}
     Paste all four lines into any of the fields, then press 'Add account':

       API key: ${keys.apiKey}
       API key secret: ${keys.apiKeySecret}
       Access token: ${keys.accessToken}
       Access token secret: ${keys.accessTokenSecret}

  2. Go to https://x.com/${handle} and press 'Swap avatar'.
  3. Choose, drop or paste a picture. There is one in ${image}

The keys are made up and good for this small X only. Calls to its API appear below.
Close the browser, or press Ctrl-C, to end.

`;

const noWindow = `There is no window to see this in: the browser runs headless.
To watch the whole job done in screenshots, use: npm start -- --once

`;

/** Opens the profile page, says what to try, and stays until the person closes the browser. */
export const tryIt = async (
  world: TryWorld,
  { image, headless }: { readonly image: string; readonly headless: boolean },
): Promise<void> => {
  const { handle } = world.sandbox.control.world.signedIn;
  await openProfile(world.browser, handle);
  process.stdout.write(introduction(world, handle, image));
  if (headless) process.stdout.write(noWindow);
  world.relay.onCall((call) => process.stdout.write(callText(call)));
  await world.browser.closed();
};
