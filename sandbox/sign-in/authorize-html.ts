import type { AccessLevel, SandboxAccount, SandboxApp } from '../world.ts';
import type { RequestToken } from './request-tokens.ts';

const mayDo: Record<AccessLevel, string[]> = {
  read: ['See your profile and your posts'],
  'read-write': ['See your profile and your posts', 'Change your profile and post for you'],
  'read-write-directmessages': [
    'See your profile and your posts',
    'Change your profile and post for you',
    'Read and send direct messages for you',
  ],
};

export function askingPage(
  app: SandboxApp,
  pending: RequestToken,
  formKey: string,
  accounts: readonly SandboxAccount[],
  chosen: SandboxAccount,
): string {
  const options = accounts.map(({ handle, name, id }) => {
    const selected = id === chosen.id ? ' selected' : '';
    return `<option value="${escape(handle)}"${selected}>${escape(name)} (@${escape(handle)})</option>`;
  });
  const rows = mayDo[pending.access].map((text) => `<li>${text}</li>`);
  return page(
    `Let ${app.name} into your account?`,
    `<p>${escape(app.name)} will be able to:</p><ul>${rows.join('')}</ul>
    <form method="post">
    <input type="hidden" name="oauth_token" value="${escape(pending.token)}">
    <input type="hidden" name="authenticity_token" value="${formKey}">
    <label for="account">Account</label>
    <select id="account" name="account">${options.join('')}</select>
    <div class="row"><button>Authorize app</button>
    <button name="cancel" value="1" class="quiet">Cancel</button></div></form>`,
  );
}

export function pinPage(app: SandboxApp, pin: string): string {
  const text = `Go back to ${app.name} and enter this PIN there:`;
  return page(
    'One last step',
    `<p id="pin-words">${escape(text)}</p>
    <p><kbd id="oauth_pin" aria-labelledby="pin-words"><code>${pin}</code></kbd></p>`,
  );
}

export function farewellPage(app: SandboxApp): string {
  const text = `${app.name} was not let in. You can close this page.`;
  return page('Nothing was changed', `<p>${escape(text)}</p>`);
}

export function gonePage(): string {
  return page(
    'This page has expired',
    '<p>The request it was made for is over, or was never there. Start again from the app.</p>',
  );
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(title)} / X</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  :root { color-scheme: light dark; --ink: #0f1419; --paper: #fff; --soft: #536471; --line: #cfd9de; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e7e9ea; --paper: #000; --soft: #8b98a5; --line: #38444d; }
  }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 30rem; margin: 12vh auto 0; padding: 0 1.25rem; }
  h1 { font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere; }
  label { display: block; color: var(--soft); }
  select { width: 100%; font: inherit; padding: .6rem; border: 1px solid var(--line);
    border-radius: 6px; background: var(--paper); color: inherit; }
  .row { display: flex; gap: .75rem; margin-top: 1.5rem; }
  button { font: inherit; font-weight: 700; padding: .6rem 1.4rem; border-radius: 99px;
    border: 1px solid var(--ink); background: var(--ink); color: var(--paper); cursor: pointer; }
  .quiet { background: none; color: inherit; border-color: var(--line); }
  kbd code { font: 700 2.5rem/1.4 ui-monospace, monospace; letter-spacing: .12em; }
</style></head>
<body><main><h1>${escape(title)}</h1>${content}</main></body></html>`;
}

function escape(text: string): string {
  const names: Record<string, string> = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": '#39',
  };
  return text.replace(/[&<>"']/g, (letter) => `&${names[letter]};`);
}
