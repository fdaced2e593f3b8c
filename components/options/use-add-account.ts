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

type Typed = ReturnType<typeof useTyped>;

/** What the fields come to: where it goes, and with which app. */
const readTyped = ({ keys, server }: Typed, sameApp: Account | undefined) => {
  const address = parseServerAddress(server);
  const given = trimmed(keys);
  /** The server, once all fields that are needed have something in them. */
  const ready = (needed: readonly KeyField[]): Result<string, AddAccountError> => {
    const missing = needed.find((field) => given[field] === '');
    if (missing) return err({ kind: 'missingKey', field: missing });
    return address.ok ? address : err({ kind: 'address', why: address.error.kind });
  };
  const appChoice = (): Result<AppChoice, AddAccountError> => {
    if (sameApp) return ok({ kind: 'account', accountId: sameApp.id });
    const { apiKey, apiKeySecret } = given;
    const to = ready(['apiKey', 'apiKeySecret']);
    return to.ok ? ok({ kind: 'keys', keys: { apiKey, apiKeySecret }, apiBase: to.value }) : to;
  };
  return { given, ready, appChoice, apiBase: address.ok ? address.value : defaultApiBase };
};

type Outcome = ReturnType<typeof useOutcome>;

/** What the buttons do. Each asks the browser and the server first thing on the press. */
const actionsOf = (
  ports: OptionsPorts,
  { given, ready, appChoice }: ReturnType<typeof readTyped>,
  { run, clear }: Outcome,
  onAdded: (account: Account) => void,
) => {
  const { signIn } = ports;
  const withApp = async <T>(
    work: (app: AppChoice) => Promise<Result<T, AddAccountError>>,
  ): Promise<Result<T, AddAccountError>> => {
    const app = appChoice();
    return app.ok ? work(app.value) : app;
  };
  return {
    addByKeys: () =>
      run(async () => {
        const to = ready(keyFields);
        return to.ok ? ports.addAccount(given, to.value) : to;
      }, onAdded),
    beginPin: () => run(() => withApp(signIn.begin)),
    finishPin: (pin: string) => run(() => signIn.finish(pin), onAdded),
    reopen: () => run(signIn.reopen),
    cancel: () => {
      clear();
      return signIn.cancel();
    },
    signInWindow: () => run(() => withApp(signIn.inWindow), onAdded),
  };
};

/** Everything about adding an account: what is typed, what is under way, and how it ended. */
export const useAddAccount = (ports: OptionsPorts, accounts: readonly Account[]) => {
  const [way, setWay] = useState<AddWay>('keys');
  const typed = useTyped();
  const outcome = useOutcome();
  const pending = usePending(ports.signIn, () => setWay('pin'));
  const sameApp = way === 'keys' ? undefined : accounts.find(({ id }) => id === typed.appOf);
  const read = readTyped(typed, sameApp);
  const actions = actionsOf(ports, read, outcome, ({ handle }) => {
    typed.setKeys(noKeys);
    typed.setServer('');
    outcome.setAdded(handle);
  });
  const { busy, error, added, clear } = outcome;
  const apiBase = pending?.apiBase ?? sameApp?.apiBase ?? read.apiBase;
  /** What was said about what stood there before no longer holds. */
  const changing =
    <T>(change: (value: T) => void) =>
    (value: T) => {
      change(value);
      clear();
    };
  return {
    ...actions,
    busy,
    error,
    added,
    way,
    keys: typed.keys,
    appOf: sameApp?.id ?? null,
    server: typed.server,
    pending,
    /** What the server is called in words. */
    serverName: serverName(apiBase),
    wrongField: error?.kind === 'missingKey' ? error.field : null,
    isWrongServer: error?.kind === 'address',
    choose: changing(setWay),
    change: changing((more: Partial<AccountKeys>) =>
      typed.setKeys((before) => ({ ...before, ...more })),
    ),
    changeApp: changing(typed.setAppOf),
    changeServer: changing(typed.setServer),
    beginPin: () => {
      setWay('pin');
      return actions.beginPin();
    },
  };
};

export type AddAccountState = ReturnType<typeof useAddAccount>;
