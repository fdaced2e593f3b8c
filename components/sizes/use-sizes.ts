import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { isX } from '../../utils/domain/server.ts';
import { parseAsked } from '../../utils/domain/sizes-asked.ts';
import type { PersonSought } from '../../utils/domain/person.ts';
import { useLatest } from '../shared/hooks.ts';
import type { SizesPorts } from '../sizes-ports.ts';
import { type AccountChoice, chosenAccounts } from '../studio/studio-accounts.ts';
import { createRun } from './sizes-run.ts';
import { initialSizes, reduceSizes, type SizesState } from './sizes-state.ts';

/** What the tab can be told. */
export interface SizesActions {
  readonly type: (text: string) => void;
  /** Shows what a text names; with words beside the field where it names nothing. */
  readonly ask: (text: string) => void;
  readonly again: () => void;
  readonly repairFor: (index: number, who: PersonSought) => void;
  readonly stop: () => void;
}

export interface Sizes {
  readonly state: SizesState;
  readonly actions: SizesActions;
  /** The account that look-ups are made with; null without one of X. */
  readonly account: Account | null;
}

/** Other servers have no sizes, and know nobody by X's handles. */
const accountOnX = (choice: AccountChoice): Account | null => {
  const inOrder = [...chosenAccounts(choice), ...(choice.accounts ?? [])];
  return inOrder.find(({ apiBase }) => isX(apiBase)) ?? null;
};

/**
 * The sizes of a person's pictures or of one picture, kept while other tabs are open. `initial` is what the
 * page was opened for.
 */
export const useSizes = (
  ports: SizesPorts | undefined,
  choice: AccountChoice,
  initial: string | null,
): Sizes => {
  const [state, dispatch] = useReducer(reduceSizes, initialSizes);
  const account = accountOnX(choice);
  const isKnown = choice.accounts !== null;
  const latest = useLatest({ state, isKnown, accountId: account?.id ?? null });
  const waiting = useRef(initial);
  const running = useRef<AbortController | null>(null);
  const actions = useMemo<SizesActions>(() => {
    const begin = () => {
      running.current?.abort();
      running.current = new AbortController();
      const accountId = () => latest.current.accountId;
      return ports && createRun({ ports, accountId, dispatch }, running.current.signal);
    };
    const ask = (text: string): void => {
      // Whether there is an account decides what becomes of a handle: it has to be known first.
      if (!latest.current.isKnown) {
        waiting.current = text;
        return dispatch({ type: 'typed', text });
      }
      const asked = parseAsked(text);
      if (!asked.ok) {
        dispatch({ type: 'typed', text });
        return dispatch({ type: 'notUnderstood', problem: asked.error });
      }
      dispatch({ type: 'asked', asked: asked.value, text: text.trim() });
      void begin()?.ask(asked.value);
    };
    return {
      type: (text) => dispatch({ type: 'typed', text }),
      ask,
      again: () => {
        const { asked, text } = latest.current.state;
        if (!asked) return;
        dispatch({ type: 'asked', asked, text });
        void begin()?.ask(asked);
      },
      repairFor: (index, who) => {
        const picture = latest.current.state.pictures[index];
        if (picture) void begin()?.repairFor({ index, url: picture.url }, who);
      },
      stop: () => {
        running.current?.abort();
        dispatch({ type: 'stopped' });
      },
    };
  }, [ports, latest]);
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (!isKnown || waiting.current === null) return;
    actions.ask(waiting.current);
    waiting.current = null;
  }, [isKnown, actions]);
  return { state, actions, account };
};
