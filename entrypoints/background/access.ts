import type { ApiAccess } from '../../utils/api/transport.ts';
import type { ReadWay } from '../../utils/domain/account.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import { findAccount } from '../../utils/platform/account-store.ts';
import { readSecrets } from '../../utils/platform/secrets/account-secrets.ts';

interface Access extends ApiAccess {
  readonly readBy: ReadWay | undefined;
}

/** Whose keys sign a call and where it goes, or why they cannot be had. */
export const accessOf = async (
  accountId: string,
): Promise<Result<Access, 'accountGone' | 'locked' | 'unreadable'>> => {
  const [account, secrets] = await Promise.all([findAccount(accountId), readSecrets(accountId)]);
  if (!secrets.ok) return err(secrets.error.kind);
  if (!account) return err('accountGone');
  const { apiBase, readBy, userId } = account;
  return ok({ apiBase, keys: secrets.value, readBy, userId });
};
