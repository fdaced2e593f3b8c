import type { ComponentChildren } from 'preact';
import type { AddWay } from './use-add-account.ts';

interface KeysHelpProps {
  readonly way: AddWay;
}

const Console = () => (
  <a href="https://developer.x.com/" target="_blank" rel="noreferrer">
    X’s developer console
  </a>
);

/** In the order one meets the screens. */
const steps: Readonly<Record<AddWay, readonly ComponentChildren[]>> = {
  keys: [
    <>
      Sign in to <Console /> with the account whose picture you want to change, and create an app.
    </>,
    <>
      In the app’s user authentication settings, set its permissions to{' '}
      <strong>Read and write</strong>.
    </>,
    <>
      Under keys and tokens, generate the <strong>API key</strong> with its secret, then the{' '}
      <strong>access token</strong> with its secret.
    </>,
    'Paste all four here. Tokens made before step 2 are read-only: make new ones.',
  ],
  pin: [
    <>
      Create an app in <Console />; any account of yours will do.
    </>,
    <>
      In its user authentication settings, set the permissions to <strong>Read and write</strong>. X
      wants some callback URL there even for a PIN.
    </>,
    <>
      Under keys and tokens, generate the <strong>API key</strong> with its secret, and paste both
      here.
    </>,
    'X opens in a tab. Sign in there as the account to add, let the app in, and bring the PIN back.',
  ],
  window: [
    <>
      Create an app in <Console />; any account of yours will do.
    </>,
    <>
      In its user authentication settings, set the permissions to <strong>Read and write</strong>,
      and add the <strong>callback address</strong> shown here to its callback URLs.
    </>,
    <>
      Under keys and tokens, generate the <strong>API key</strong> with its secret, and paste both
      here.
    </>,
    'A window of X opens. Sign in there as the account to add, and let the app in; the rest goes by itself.',
  ],
};

/** Where the keys come from, for the way that is chosen. */
export const KeysHelp = ({ way }: KeysHelpProps) => (
  <section class="help" aria-labelledby="help-title">
    <h2 id="help-title">How to get your keys</h2>
    <ol class="help__steps">
      {steps[way].map((step, index) => (
        <li key={index}>
          <p>{step}</p>
        </li>
      ))}
    </ol>
  </section>
);
