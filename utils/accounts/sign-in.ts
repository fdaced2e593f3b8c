import type { AddAccountError } from '../domain/account-errors.ts';
import type { Account, AccountKeys, AppKeys } from '../domain/account.ts';
import type { ApiError, ApiErrorKind } from '../domain/api-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { serverName } from '../domain/server.ts';
import { type AppChoice, pinOf, signInLifeMs, type SignInView } from '../domain/sign-in.ts';
import { accessToken, authorizeAddress, pinCallback, requestToken } from '../api/sign-in.ts';
import type { ApiPorts } from '../api/transport.ts';
import { findAccount } from '../platform/account-store.ts';
import { hasHost } from '../platform/host-access.ts';
import { readSecrets } from '../platform/secrets/account-secrets.ts';
import {
  dropSignIn,
  keepSignIn,
  type PendingSignIn,
  pendingSignIn,
  signInKeys,
} from '../platform/secrets/pending-sign-in.ts';
import { openKey } from '../platform/secrets/vault.ts';
import { addAccount } from './add-account.ts';

const timeoutMs = 30_000;

interface App {
  readonly keys: AppKeys;
  readonly apiBase: string;
}

const appOf = async (choice: AppChoice): Promise<Result<App, AddAccountError>> => {
  if (choice.kind === 'keys') {
    const { keys, apiBase } = choice;
    if (keys.apiKey === '') return err({ kind: 'missingKey', field: 'apiKey' });
    if (keys.apiKeySecret === '') return err({ kind: 'missingKey', field: 'apiKeySecret' });
    return ok({ keys, apiBase });
  }
  const account = await findAccount(choice.accountId);
  const secrets = await readSecrets(choice.accountId);
  if (!secrets.ok && secrets.error.kind === 'locked') return err({ kind: 'locked' });
  if (!secrets.ok || !account) return err({ kind: 'appGone' });
  const { apiKey, apiKeySecret } = secrets.value;
  return ok({ keys: { apiKey, apiKeySecret }, apiBase: account.apiBase });
};

/**
 * Begins a sign-in that ends at `callback` (`oob` for a PIN) and resolves to the address of the page where
 * the person lets the app in. It is kept for 15 minutes, over restarts of the background, and takes the
 * place of one that was begun before. Errors: `missingKey`, `locked`, `hostRefused`, `appGone`, or `app`
 * with any `ApiError`.
 */
export const beginSignIn = async (
  choice: AppChoice,
  callback: string,
  api: ApiPorts,
): Promise<Result<string, AddAccountError>> => {
  const open = await openKey();
  if (!open.ok) return open;
  const app = await appOf(choice);
  if (!app.ok) return app;
  const { keys, apiBase } = app.value;
  if (!(await hasHost(apiBase))) return err({ kind: 'hostRefused', server: serverName(apiBase) });
  const signal = AbortSignal.timeout(timeoutMs);
  const token = await requestToken({ apiBase, app: keys, ports: api, signal }, callback);
  if (!token.ok) return err({ kind: 'app', error: token.error });
  const pending = { id: crypto.randomUUID(), apiBase, callback, startedAtMs: api.nowMs() };
  const { token: accessToken, secret: accessTokenSecret } = token.value;
  const kept = await keepSignIn(pending, { ...keys, accessToken, accessTokenSecret });
  return kept.ok ? ok(authorizeAddress(apiBase, accessToken)) : kept;
};

/** The address of the page once more. Errors: `noSignIn`, `locked`. */
export const signInAddress = async (nowMs: number): Promise<Result<string, AddAccountError>> => {
  const pending = await pendingSignIn(nowMs);
  const keys = await signInKeys(nowMs);
  if (!pending || !keys.ok) return keys.ok ? err({ kind: 'noSignIn' }) : keys;
  return ok(authorizeAddress(pending.apiBase, keys.value.accessToken));
};

/** The sign-in under way as pages show it; null where there is none. */
export const signInView = async (nowMs: number): Promise<SignInView | null> => {
  const pending = await pendingSignIn(nowMs);
  return (
    pending && {
      by: pending.callback === pinCallback ? 'pin' : 'redirect',
      apiBase: pending.apiBase,
      endsAtMs: pending.startedAtMs + signInLifeMs,
    }
  );
};

/** Failures after which the same PIN, or another, may be tried for the same request token. */
const mayTryAgain: ReadonlySet<ApiErrorKind> = new Set([
  'wrongPin',
  'offline',
  'timedOut',
  'overCapacity',
  'serverError',
  'rateLimited',
  'clockWrong',
]);

const finish = async (
  pending: PendingSignIn,
  keys: AccountKeys,
  verifier: string,
  api: ApiPorts,
): Promise<Result<Account, AddAccountError>> => {
  const { apiKey, apiKeySecret, accessToken: token, accessTokenSecret: secret } = keys;
  const app: AppKeys = { apiKey, apiKeySecret };
  const { apiBase } = pending;
  const caller = { apiBase, app, ports: api, signal: AbortSignal.timeout(timeoutMs) };
  const traded = await accessToken(caller, { token, secret }, verifier);
  if (!traded.ok) {
    if (!mayTryAgain.has(traded.error.kind)) await dropSignIn();
    return err({ kind: 'api', error: traded.error });
  }
  await dropSignIn();
  const { token: own, secret: ownSecret } = traded.value;
  return addAccount({ ...app, accessToken: own, accessTokenSecret: ownSecret }, api, apiBase);
};

/**
 * Ends a sign-in with the PIN as the person typed it, and stores the account. A PIN that the server does
 * not accept may be typed again for as long as the server lets it. Errors: those of `addAccount`,
 * `noSignIn`, `notAPin`.
 */
export const finishByPin = async (
  typed: string,
  api: ApiPorts,
): Promise<Result<Account, AddAccountError>> => {
  const pending = await pendingSignIn(api.nowMs());
  if (pending?.callback !== pinCallback) return err({ kind: 'noSignIn' });
  const pin = pinOf(typed, pending.apiBase);
  if (pin === null) return err({ kind: 'notAPin' });
  const keys = await signInKeys(api.nowMs());
  return keys.ok ? finish(pending, keys.value, pin, api) : keys;
};

const denied: ApiError = { kind: 'signInDenied', status: null, code: null, message: '' };

/**
 * Ends a sign-in with the address the browser was sent back to (X docs, OAuth 1.0a: `oauth_token` with
 * `oauth_verifier`, or `denied`), and stores the account. An answer to another sign-in is `noSignIn`.
 * Errors: those of `addAccount`, `noSignIn`.
 */
export const finishByAddress = async (
  returned: string,
  api: ApiPorts,
): Promise<Result<Account, AddAccountError>> => {
  const pending = await pendingSignIn(api.nowMs());
  const keys = await signInKeys(api.nowMs());
  if (!pending || !keys.ok) return keys.ok ? err({ kind: 'noSignIn' }) : keys;
  if (!URL.canParse(returned) || !returned.startsWith(pending.callback)) {
    return err({ kind: 'noSignIn' });
  }
  const answer = new URL(returned).searchParams;
  const isOurs = (name: string): boolean => answer.get(name) === keys.value.accessToken;
  if (isOurs('denied')) {
    await dropSignIn();
    return err({ kind: 'api', error: denied });
  }
  const verifier = answer.get('oauth_verifier');
  if (!isOurs('oauth_token') || !verifier) return err({ kind: 'noSignIn' });
  return finish(pending, keys.value, verifier, api);
};
