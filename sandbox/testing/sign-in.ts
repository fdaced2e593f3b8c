import { call, send, type CallOptions, type Reply } from './client.ts';
import type { SandboxKeys } from '../world-types.ts';

export interface AppKeys {
  apiKey: string;
  apiKeySecret: string;
}

export interface TokenPair {
  token: string;
  secret: string;
}

const keysWith = (app: AppKeys, { token, secret }: TokenPair = { token: '', secret: '' }) => ({
  apiKey: app.apiKey,
  apiKeySecret: app.apiKeySecret,
  accessToken: token,
  accessTokenSecret: secret,
});

/** Step 1: POST oauth/request_token. */
export function askForToken(
  port: number,
  app: AppKeys,
  callback = 'oob',
  options: CallOptions = {},
): Promise<Reply> {
  const fields = { oauth_callback: callback };
  return call(port, keysWith(app), 'POST /oauth/request_token', { sign: { fields }, ...options });
}

export function pairIn(reply: Reply): TokenPair {
  const form = new URLSearchParams(reply.text);
  return { token: form.get('oauth_token') ?? '', secret: form.get('oauth_token_secret') ?? '' };
}

/** Step 3: POST oauth/access_token. */
export function tradeToken(
  port: number,
  app: AppKeys,
  pair: TokenPair,
  verifier: string,
  options: CallOptions = {},
): Promise<Reply> {
  const fields = { oauth_verifier: verifier };
  return call(port, keysWith(app, pair), 'POST /oauth/access_token', {
    sign: { fields },
    ...options,
  });
}

/** Keys to call with, from the answer to step 3. */
export function keysIn(reply: Reply, app: AppKeys): SandboxKeys {
  return keysWith(app, pairIn(reply));
}

/** Step 2 as a browser does it: opens the page and presses one of its two buttons. */
export async function answerPage(
  port: number,
  token: string,
  choice: { account?: string; cancel?: boolean; change?: Record<string, string> } = {},
  host = 'api.x.com',
): Promise<{ page: Reply; next: Reply }> {
  const page = await send(port, `${host}/oauth/authorize?oauth_token=${token}`);
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of page.text.matchAll(
    /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
  )) {
    form.set(name, value);
  }
  form.set('account', choice.account ?? /value="(\w+)" selected/.exec(page.text)?.[1] ?? '');
  if (choice.cancel) form.set('cancel', '1');
  for (const [name, value] of Object.entries(choice.change ?? {})) form.set(name, value);
  const next = await send(port, `${host}/oauth/authorize`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  return { page, next };
}

export const pinIn = ({ text }: Reply): string => /<code>(\d+)<\/code>/.exec(text)?.[1] ?? '';
