import type { OptionsPorts } from '../../components/options-ports.ts';
import type { SecurityPorts } from '../../components/security-ports.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import type { PassphraseError } from '../../utils/domain/security.ts';
import { watchAccounts } from '../../utils/platform/account-store.ts';
import { storageProblem } from '../../utils/platform/database.ts';
import { askForHost } from '../../utils/platform/host-access.ts';
import { askFromOwnPage, type MessageError } from '../../utils/platform/messaging.ts';
import { watchSecurity } from '../../utils/platform/secrets/vault.ts';
import { countSetAside } from '../../utils/platform/storage/read.ts';
import { copyOfStored } from '../../utils/platform/storage/save-copy.ts';
import { answered, createSignInPorts, refusedHost } from './sign-in-ports.ts';

const done = (
  answer: Result<Result<null, PassphraseError>, MessageError>,
): Result<null, PassphraseError> => (answer.ok ? answer.value : err({ kind: 'notReached' }));

const security: SecurityPorts = {
  watch: watchSecurity,
  unlock: async (passphrase) => done(await askFromOwnPage('security.unlock', { passphrase })),
  setPassphrase: async (passphrase) => done(await askFromOwnPage('security.set', { passphrase })),
  changePassphrase: async (current, next) =>
    done(await askFromOwnPage('security.change', { current, next })),
  removePassphrase: async (current) => done(await askFromOwnPage('security.remove', { current })),
  lock: async () => void (await askFromOwnPage('security.lock', {})),
  chooseAutoLock: async (minutes) => void (await askFromOwnPage('security.autoLock', { minutes })),
};

/** The options page's ports in a real browser. */
export const createOptionsPorts = (): OptionsPorts => ({
  watchAccounts,
  addAccount: async (keys, apiBase) => {
    if (!(await askForHost(apiBase))) return refusedHost(apiBase);
    return answered(await askFromOwnPage('account.add', { keys, apiBase }));
  },
  removeAccount: async (accountId) => {
    await askFromOwnPage('account.remove', { accountId });
  },
  makeDefault: async (accountId) => {
    await askFromOwnPage('account.makeDefault', { accountId });
  },
  signIn: createSignInPorts(),
  security,
  data: {
    storageProblem,
    countSetAside: () => countSetAside().catch(() => 0),
    copyOfStored,
    eraseEverything: async () => {
      const answer = await askFromOwnPage('everything.erase', {});
      return answer.ok ? ok(null) : err({ kind: 'failed' });
    },
  },
});
