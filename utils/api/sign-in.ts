import type { AppKeys } from '../domain/account.ts';
import type { ApiError } from '../domain/api-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { RawAnswer } from './errors.ts';
import { encodePairs } from './percent-encode.ts';
import { type ApiPorts, send } from './transport.ts';

/** A token with its secret: the request token of a sign-in, or the access token it ends in. */
export interface TokenPair {
  readonly token: string;
  readonly secret: string;
}

/** Where a sign-in goes and how it is stopped. */
export interface SignInCaller {
  readonly apiBase: string;
  readonly app: AppKeys;
  readonly ports: ApiPorts;
  readonly signal: AbortSignal;
}

/** The callback that stands for 'no address: show a PIN' (X docs, PIN-based authorization). */
export const pinCallback = 'oob';

const timeoutMs = 20_000;

/** Answers are form pairs, whatever their content type says (recorded 2020: text/html). */
const pairIn = ({ text }: RawAnswer): { pair: TokenPair | null; form: URLSearchParams } => {
  const form = new URLSearchParams(text.trim());
  const [token, secret] = [form.get('oauth_token'), form.get('oauth_token_secret')];
  return { pair: token && secret ? { token, secret } : null, form };
};

const badAnswer = ({ status }: RawAnswer): ApiError => ({
  kind: 'badAnswer',
  status,
  code: null,
  // Not its text: that may hold half of what it should hold.
  message: '',
});

/** One call of a sign-in, signed by the app and, once there is one, with the request token. */
const ask = (
  { apiBase, app, ports, signal }: SignInCaller,
  path: string,
  oauth: readonly [name: string, value: string],
  request: TokenPair | null,
): Promise<Result<RawAnswer, ApiError>> =>
  send(
    { method: 'POST', path, oauth: [oauth], timeoutMs },
    {
      apiBase,
      keys: {
        ...app,
        accessToken: request?.token ?? null,
        accessTokenSecret: request?.secret ?? null,
      },
    },
    ports,
    signal,
  );

/**
 * POST oauth/request_token, signed by the app alone: begins a sign-in that ends at `callback`, an address
 * the app lists, or `pinCallback` (X docs, OAuth 1.0a, 2026). Errors: any `ApiError`;
 * `callbackNotApproved`, `pinOnly`, `appSuspended`, and `badAnswer` unless the callback is confirmed.
 */
export const requestToken = async (
  caller: SignInCaller,
  callback: string,
): Promise<Result<TokenPair, ApiError>> => {
  const answer = await ask(caller, '/oauth/request_token', ['oauth_callback', callback], null);
  if (!answer.ok) return answer;
  const { pair, form } = pairIn(answer.value);
  // Unconfirmed is the old protocol without a verifier, which anybody could finish.
  return pair && form.get('oauth_callback_confirmed') === 'true'
    ? ok(pair)
    : err(badAnswer(answer.value));
};

/** The page where a person lets the app in. It always asks; the token in it is worth nothing alone. */
export const authorizeAddress = (apiBase: string, token: string): string =>
  `${apiBase}/oauth/authorize?${encodePairs([['oauth_token', token]])}`;

/**
 * POST oauth/access_token, signed with the request token: trades the verifier (a PIN, or what the address
 * came back with) for the account's own token. Errors: any `ApiError`; `wrongPin` may be tried again,
 * `signInOver` not.
 */
export const accessToken = async (
  caller: SignInCaller,
  request: TokenPair,
  verifier: string,
): Promise<Result<TokenPair, ApiError>> => {
  const answer = await ask(caller, '/oauth/access_token', ['oauth_verifier', verifier], request);
  if (!answer.ok) return answer;
  const { pair } = pairIn(answer.value);
  return pair ? ok(pair) : err(badAnswer(answer.value));
};
