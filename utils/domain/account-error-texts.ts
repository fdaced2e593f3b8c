import type { AddAccountError } from './account-errors.ts';
import type { AccountKeys } from './account.ts';
import { apiErrorText, type ErrorText } from './api-error-texts.ts';
import { sayServer, type ServerAddressError } from './server.ts';
import { wordsFor, type Words } from './words.ts';

/** The four keys as X's developer console names them. */
export const keyNames: Record<keyof AccountKeys, string> = {
  apiKey: 'API key',
  apiKeySecret: 'API key secret',
  accessToken: 'Access token',
  accessTokenSecret: 'Access token secret',
};

const addressTexts: Record<ServerAddressError['kind'], ErrorText> = {
  notAnAddress: {
    text: 'This is no address of a server.',
    next: 'Type it as its makers give it, such as social.example or https://social.example/api.',
  },
  notSecure: {
    text: 'This address is not encrypted: anybody on the way could listen.',
    next: 'Use the server’s https address.',
  },
};

const texts: Words<AddAccountError> = {
  api: ({ error }) =>
    error.kind === 'keysRefused'
      ? {
          text: 'X does not accept these keys.',
          next: 'Copy all four again; they must come from the same app.',
        }
      : apiErrorText(error),
  app: ({ error }) =>
    error.kind === 'keysRefused'
      ? {
          text: 'X does not accept this API key with this secret.',
          next: 'Copy both again from the same app.',
        }
      : apiErrorText(error),
  notReached: () => ({
    text: 'Facelift’s background part did not answer.',
    next: 'Press the button once more; if it stays, reload the extension.',
  }),
  locked: () => ({
    text: 'Your keys are locked, and new ones cannot be kept until they are unlocked.',
    next: 'Type your passphrase under Security, then press the button again.',
  }),
  missingKey: ({ field }) => ({ text: `${keyNames[field]} is missing.`, next: 'Fill it in.' }),
  readOnly: ({ handle }) => ({
    text: `These keys may look at @${handle} but not change it.`,
    next: 'In X’s developer console, set your app’s permissions to Read and write. Then make a new access token and secret: the old ones stay read-only.',
  }),
  address: ({ why }) => addressTexts[why],
  hostRefused: ({ server }) => ({
    text: `Without your permission Facelift does not talk to ${server}.`,
    next: 'Nothing was sent, and what you typed is still here. Press the button again and allow it when the browser asks.',
  }),
  notAPin: () => ({
    text: 'This is not a whole PIN.',
    next: 'X’s has seven digits; type it as the page shows it.',
  }),
  noSignIn: () => ({
    text: 'No sign-in is waiting any more; it is kept for a quarter of an hour.',
    next: 'Begin again.',
  }),
  appGone: () => ({
    text: 'The keys of that app are no longer stored in this browser.',
    next: 'Type the API key and its secret instead.',
  }),
  windowClosed: () => ({
    text: 'The sign-in window was closed, or could not be opened.',
    next: 'Begin again, or sign in with a PIN.',
  }),
};

/** Words for keys that were not taken in. `server` is the name (`serverName`) of where they were tried. */
export const addAccountErrorText = (error: AddAccountError, server = 'X'): ErrorText => {
  const words = wordsFor(texts, error);
  return { ...words, text: sayServer(words.text, server), next: sayServer(words.next, server) };
};
