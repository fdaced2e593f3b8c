import type { AddAccountError } from '../../utils/domain/account-errors.ts';
import type { Account } from '../../utils/domain/account.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import type { AppChoice, SignInView } from '../../utils/domain/sign-in.ts';
import type { SignInPorts } from '../options-ports.ts';
import { createFeed, someAccount } from './fake-ports.ts';

export const somePending = (over: Partial<SignInView> = {}): SignInView => ({
  by: 'pin',
  apiBase: 'https://api.x.com',
  endsAtMs: Date.now() + 900_000,
  ...over,
});

interface Given {
  readonly pending?: SignInView;
  /** How every beginning ends, in a window or with a PIN; left out: well. */
  readonly refusal?: AddAccountError;
}

/** Sign-ins that take the PIN 0123456 and keep their state as the background does. `calls` says what was asked. */
export const createFakeSignIn = ({ pending, refusal }: Given = {}) => {
  const state = createFeed<SignInView | null>(pending ?? null);
  const calls: string[] = [];
  const asked: AppChoice[] = [];
  let refused = refusal;
  const done = (): Result<Account, AddAccountError> => {
    state.set(null);
    return ok(someAccount({ id: '77', handle: 'studio_nine' }));
  };
  const ports: SignInPorts = {
    watch: state.watch,
    redirectAddress: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
    begin: async (app) => {
      calls.push('begin');
      asked.push(app);
      if (refused?.kind === 'app' && refused.error.kind === 'callbackNotApproved')
        refused = undefined;
      if (refused) return err(refused);
      state.set(somePending({ apiBase: app.kind === 'keys' ? app.apiBase : 'https://api.x.com' }));
      return ok(null);
    },
    reopen: async () => {
      calls.push('reopen');
      return ok(null);
    },
    finish: async (pin) => {
      calls.push(`finish ${pin}`);
      if (pin === '0123456') return done();
      const error = { kind: 'wrongPin', status: 401, code: null, message: 'Raw words' } as const;
      return err({ kind: 'api', error });
    },
    cancel: async () => {
      calls.push('cancel');
      state.set(null);
    },
    inWindow: async (app) => {
      calls.push('window');
      asked.push(app);
      return refused ? err(refused) : done();
    },
  };
  return { ports, state, calls, asked };
};
