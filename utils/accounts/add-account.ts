import type { AddAccountError } from '../domain/account-errors.ts';
import { type Account, type AccountKeys, defaultApiBase } from '../domain/account.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { verifyCredentials } from '../api/endpoints.ts';
import type { ApiPorts } from '../api/transport.ts';
import { saveAccount } from '../platform/secrets/account-secrets.ts';
import { openKey } from '../platform/secrets/vault.ts';

const fields = ['apiKey', 'apiKeySecret', 'accessToken', 'accessTokenSecret'] as const;

const timeoutMs = 30_000;

/**
 * Checks four keys with X and stores the account they belong to. Keys that may only read are refused
 * here (by the `x-access-level` header), before a person frames a picture in vain. Adding an account
 * again replaces its keys. Errors: `missingKey`, `locked`, `readOnly`, or any `ApiError`.
 */
export const addAccount = async (
  keys: AccountKeys,
  api: ApiPorts,
): Promise<Result<Account, AddAccountError>> => {
  const missing = fields.find((field) => keys[field] === '');
  if (missing) return err({ kind: 'missingKey', field: missing });
  // Asked before X is: keys that could not be kept need not be checked.
  const open = await openKey();
  if (!open.ok) return open;
  const verified = await verifyCredentials({
    access: { apiBase: defaultApiBase, keys },
    ports: api,
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!verified.ok) return err({ kind: 'api', error: verified.error });
  const { user, access } = verified.value;
  if (access === 'read') return err({ kind: 'readOnly', handle: user.handle });
  const account: Account = {
    id: user.id,
    handle: user.handle,
    name: user.name,
    pictureUrl: user.pictureUrl,
    apiBase: defaultApiBase,
    access,
    addedAtMs: api.nowMs(),
  };
  const saved = await saveAccount(account, keys);
  return saved.ok ? ok(account) : saved;
};
