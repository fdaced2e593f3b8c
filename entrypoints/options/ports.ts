import type { OptionsPorts } from '../../components/options-ports.ts';
import { watchAccounts } from '../../utils/platform/account-store.ts';
import { askFromOwnPage } from '../../utils/platform/messaging.ts';

/** The options page's ports in a real browser. */
export const createOptionsPorts = (): OptionsPorts => ({
  watchAccounts,
  addAccount: async (keys) => {
    const answer = await askFromOwnPage('account.add', { keys });
    return answer.ok ? answer.value : { ok: false, error: { kind: 'notReached' } };
  },
  removeAccount: async (accountId) => {
    await askFromOwnPage('account.remove', { accountId });
  },
});
