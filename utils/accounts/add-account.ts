import type { AddAccountError } from '../domain/account-errors.ts';
import { type Account, type AccountKeys, defaultApiBase } from '../domain/account.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isX, serverName } from '../domain/server.ts';
import { verifyCredentials } from '../api/endpoints.ts';
import type { ApiPorts } from '../api/transport.ts';
import { hasHost } from '../platform/host-access.ts';
import { saveAccount } from '../platform/secrets/account-secrets.ts';
import { openKey } from '../platform/secrets/vault.ts';
import { accountIdOf } from './account-id.ts';

const fields = ['apiKey', 'apiKeySecret', 'accessToken', 'accessTokenSecret'] as const;

const timeoutMs = 30_000;

/**
 * Checks four keys with their server (an address as `parseServerAddress` gives it) and stores the account
 * they belong to. Keys that may only read are refused here (by the `x-access-level` header, where the
 * server sends it), before a person frames a picture in vain. Adding an account again replaces its keys.
 * Errors: `missingKey`, `locked`, `hostRefused`, `readOnly`, or any `ApiError`.
 */
export const addAccount = async (
  keys: AccountKeys,
  api: ApiPorts,
  apiBase: string = defaultApiBase,
): Promise<Result<Account, AddAccountError>> => {
  const missing = fields.find((field) => keys[field] === '');
  if (missing) return err({ kind: 'missingKey', field: missing });
  // Asked before the server is: keys that could not be kept need not be checked.
  const open = await openKey();
  if (!open.ok) return open;
  if (!(await hasHost(apiBase))) return err({ kind: 'hostRefused', server: serverName(apiBase) });
  const verified = await verifyCredentials({
    access: { apiBase, keys },
    ports: api,
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!verified.ok) return err({ kind: 'api', error: verified.error });
  const { user, access } = verified.value;
  if (access === 'read') return err({ kind: 'readOnly', handle: user.handle });
  const account: Account = {
    id: await accountIdOf(user.id, apiBase),
    ...(!isX(apiBase) && { userId: user.id }),
    handle: user.handle,
    name: user.name,
    pictureUrl: user.pictureUrl,
    bannerUrl: user.bannerUrl ?? '',
    apiBase,
    access,
    addedAtMs: api.nowMs(),
  };
  const saved = await saveAccount(account, keys);
  return saved.ok ? ok(account) : saved;
};
