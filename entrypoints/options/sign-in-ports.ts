import type { SignInPorts } from '../../components/options-ports.ts';
import type { AddAccountError } from '../../utils/domain/account-errors.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import { serverName } from '../../utils/domain/server.ts';
import type { AppChoice } from '../../utils/domain/sign-in.ts';
import { watch } from '../../utils/platform/changes.ts';
import { askForHost } from '../../utils/platform/host-access.ts';
import { askFromOwnPage, type MessageError } from '../../utils/platform/messaging.ts';
import { openSignInWindow, redirectAddress } from '../../utils/platform/sign-in-window.ts';

/** What the background answered, its silence being an answer too. */
export const answered = <T>(
  answer: Result<Result<T, AddAccountError>, MessageError>,
): Result<T, AddAccountError> => (answer.ok ? answer.value : err({ kind: 'notReached' }));

/** What the person's no to the browser's question means. */
export const refusedHost = (apiBase: string): Result<never, AddAccountError> =>
  err({ kind: 'hostRefused', server: serverName(apiBase) });

/** An account's app goes to that account's server, which the browser was asked about before. */
const askFor = (app: AppChoice): Promise<boolean> =>
  app.kind === 'keys' ? askForHost(app.apiBase) : Promise.resolve(true);

const refusedApp = (app: AppChoice): Result<never, AddAccountError> =>
  app.kind === 'keys' ? refusedHost(app.apiBase) : err({ kind: 'notReached' });

/** Signing in, in a real browser. */
export const createSignInPorts = (): SignInPorts => ({
  watch: (listener) => {
    const read = async () => {
      const state = await askFromOwnPage('signIn.state', {});
      return state.ok ? state.value : null;
    };
    return watch('signIn', read, listener);
  },
  redirectAddress: redirectAddress(),
  begin: async (app) => {
    if (!(await askFor(app))) return refusedApp(app);
    const begun = answered(await askFromOwnPage('signIn.begin', { app, by: 'pin' }));
    return begun.ok ? ok(null) : begun;
  },
  reopen: async () => answered(await askFromOwnPage('signIn.open', {})),
  finish: async (pin) => answered(await askFromOwnPage('signIn.finish', { pin })),
  cancel: async () => void (await askFromOwnPage('signIn.cancel', {})),
  inWindow: async (app) => {
    if (!(await askFor(app))) return refusedApp(app);
    const begun = answered(await askFromOwnPage('signIn.begin', { app, by: 'redirect' }));
    if (!begun.ok) return begun;
    const returned = await openSignInWindow(begun.value);
    if (returned === null) {
      await askFromOwnPage('signIn.cancel', {});
      return err({ kind: 'windowClosed' });
    }
    return answered(await askFromOwnPage('signIn.finish', { returned }));
  },
});
