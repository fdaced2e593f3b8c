import { useEffect, useRef, useState } from 'preact/hooks';
import type { AddAccountError } from '../../utils/domain/account-errors.ts';
import { type Account, type AccountKeys, defaultApiBase } from '../../utils/domain/account.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import { parseServerAddress, serverName } from '../../utils/domain/server.ts';
import type { AppChoice, SignInView } from '../../utils/domain/sign-in.ts';
import type { OptionsPorts, SignInPorts } from '../options-ports.ts';
import { keyFields, type KeyField } from './key-paste.ts';

/** The ways to add an account, in the order they are offered. */
export type AddWay = 'keys' | 'pin' | 'window';

const noKeys: AccountKeys = {
  apiKey: '',
  apiKeySecret: '',
  accessToken: '',
  accessTokenSecret: '',
};

const trimmed = (keys: AccountKeys): AccountKeys => ({
  apiKey: keys.apiKey.trim(),
  apiKeySecret: keys.apiKeySecret.trim(),
  accessToken: keys.accessToken.trim(),
  accessTokenSecret: keys.accessTokenSecret.trim(),
});

/** The sign-in under way, as the background knows it. One that was left behind is shown again. */
const usePending = (signIn: SignInPorts, onFound: () => void): SignInView | null => {
  const [pending, setPending] = useState<SignInView | null>(null);
  const found = useRef(onFound);
  useEffect(() => {
    let isFirst = true;
    return signIn.watch((view) => {
      setPending(view);
      if (isFirst && view?.by === 'pin') found.current();
      isFirst = false;
    });
  }, [signIn]);
  return pending;
};

/** What is typed into the card, shared by all ways: whoever changes the way loses nothing. */
const useTyped = () => {
  const [keys, setKeys] = useState(noKeys);
  const [appOf, setAppOf] = useState<string | null>(null);
  const [server, setServer] = useState('');
  return { keys, setKeys, appOf, setAppOf, server, setServer };
};

/** What was asked for last, and how it ended. */
const useOutcome = () => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AddAccountError | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const clear = () => {
    setError(null);
    setAdded(null);
  };
  /** Runs what a press asks for; true where it went well. */
  const run = async <T>(
    work: () => Promise<Result<T, AddAccountError>>,
    onDone: (value: T) => void = () => undefined,
  ): Promise<void> => {
    clear();
    setBusy(true);
    const result = await work();
    setBusy(false);
    if (result.ok) onDone(result.value);
    else setError(result.error);
  };
  return { busy, error, added, setAdded, clear, run };
};

/** Everything about adding an account: what is typed, what is under way, and how it ended. */
export const useAddAccount = (ports: OptionsPorts, accounts: readonly Account[]) => {
  const [way, setWay] = useState<AddWay>('keys');
  const { keys, setKeys, appOf, setAppOf, server, setServer } = useTyped();
  const { setAdded, clear, run, ...outcome } = useOutcome();
  const pending = usePending(ports.signIn, () => setWay('pin'));

  const sameApp = way === 'keys' ? undefined : accounts.find(({ id }) => id === appOf);
  const address = parseServerAddress(server);
  const apiBase =
    pending?.apiBase ?? sameApp?.apiBase ?? (address.ok ? address.value : defaultApiBase);

  /** Where it goes to, once all fields that are needed have something in them. */
  const ready = (needed: readonly KeyField[]): Result<string, AddAccountError> => {
    const given = trimmed(keys);
    const missing = needed.find((field) => given[field] === '');
    if (missing) return err({ kind: 'missingKey', field: missing });
    return address.ok ? address : err({ kind: 'address', why: address.error.kind });
  };
  const appChoice = (): Result<AppChoice, AddAccountError> => {
    if (sameApp) return ok({ kind: 'account', accountId: sameApp.id });
    const { apiKey, apiKeySecret } = trimmed(keys);
    const to = ready(['apiKey', 'apiKeySecret']);
    return to.ok ? ok({ kind: 'keys', keys: { apiKey, apiKeySecret }, apiBase: to.value }) : to;
  };
  const onAdded = ({ handle }: Account) => {
    setKeys(noKeys);
    setServer('');
    setAdded(handle);
  };

  return {
    ...outcome,
    way,
    keys,
    appOf: sameApp?.id ?? null,
    server,
    pending,
    apiBase,
    /** What the server is called in words. */
    serverName: serverName(apiBase),
    wrongField: outcome.error?.kind === 'missingKey' ? outcome.error.field : null,
    isWrongServer: outcome.error?.kind === 'address',
    choose: (next: AddWay) => {
      setWay(next);
      clear();
    },
    change: (more: Partial<AccountKeys>) => {
      setKeys((before) => ({ ...before, ...more }));
      clear();
    },
    changeApp: (accountId: string | null) => {
      setAppOf(accountId);
      clear();
    },
    changeServer: (text: string) => {
      setServer(text);
      clear();
    },
    addByKeys: () =>
      run(async () => {
        const to = ready(keyFields);
        return to.ok ? ports.addAccount(trimmed(keys), to.value) : to;
      }, onAdded),
    beginPin: () => {
      setWay('pin');
      return run(async () => {
        const app = appChoice();
        return app.ok ? ports.signIn.begin(app.value) : app;
      });
    },
    finishPin: (pin: string) => run(() => ports.signIn.finish(pin), onAdded),
    reopen: () => run(ports.signIn.reopen),
    cancel: () => {
      clear();
      return ports.signIn.cancel();
    },
    signInWindow: () =>
      run(async () => {
        const app = appChoice();
        return app.ok ? ports.signIn.inWindow(app.value) : app;
      }, onAdded),
  };
};

export type AddAccountState = ReturnType<typeof useAddAccount>;
