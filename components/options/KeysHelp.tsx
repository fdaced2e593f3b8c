/** Where the four keys come from, in the order one meets the screens. */
export const KeysHelp = () => (
  <section class="help" aria-labelledby="help-title">
    <h2 id="help-title">How to get your keys</h2>
    <ol class="help__steps">
      <li>
        <p>
          Sign in to{' '}
          <a href="https://developer.x.com/" target="_blank" rel="noreferrer">
            X’s developer console
          </a>{' '}
          with the account whose picture you want to change, and create an app.
        </p>
      </li>
      <li>
        <p>
          In the app’s user authentication settings, set its permissions to{' '}
          <strong>Read and write</strong>.
        </p>
      </li>
      <li>
        <p>
          Under keys and tokens, generate the <strong>API key</strong> with its secret, then the{' '}
          <strong>access token</strong> with its secret.
        </p>
      </li>
      <li>
        <p>Paste all four here. Tokens made before step 2 are read-only: make new ones.</p>
      </li>
    </ol>
  </section>
);
