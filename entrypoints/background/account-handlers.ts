import { addAccount } from '../../utils/accounts/add-account.ts';
import { giveBackUnused } from '../../utils/accounts/used-servers.ts';
import { browserApiPorts as api } from '../../utils/api/browser-ports.ts';
import { makeDefault, removeAccount } from '../../utils/platform/account-store.ts';
import type { OwnHandlers } from '../../utils/platform/messaging.ts';
import * as parse from '../../utils/platform/parse-message.ts';

type AccountKind = Extract<keyof OwnHandlers, `account.${string}`>;

/** Access to a server is kept only for as long as something uses it. */
export const thenTidy = async <T>(work: Promise<T>): Promise<T> => {
  const done = await work;
  await giveBackUnused(Date.now());
  return done;
};

/** What the extension's own pages may ask about accounts. */
export const accountHandlers: Pick<OwnHandlers, AccountKind> = {
  'account.add': {
    parse: parse.parseAccountAdd,
    handle: ({ keys, apiBase }) => thenTidy(addAccount(keys, api, apiBase)),
  },
  'account.remove': {
    parse: parse.parseAccountId,
    handle: ({ accountId }) => thenTidy(removeAccount(accountId).then(() => null)),
  },
  'account.makeDefault': {
    parse: parse.parseAccountId,
    handle: ({ accountId }) => makeDefault(accountId).then(() => null),
  },
};
