import { listAccounts } from '../platform/account-store.ts';
import { giveBackHosts } from '../platform/host-access.ts';
import { pendingSignIn } from '../platform/secrets/pending-sign-in.ts';

/** Gives back access to every server that neither an account nor a sign-in under way needs. */
export const giveBackUnused = async (nowMs: number): Promise<void> => {
  const [accounts, pending] = await Promise.all([listAccounts(), pendingSignIn(nowMs)]);
  const used = new Set(accounts.map(({ apiBase }) => apiBase));
  if (pending) used.add(pending.apiBase);
  await giveBackHosts(used);
};
