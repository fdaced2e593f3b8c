import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { emptiedBy, fieldProblem, isBarring } from '../../utils/domain/profile-changes.ts';
import {
  type ProfileChanges,
  type ProfileField,
  profileFieldNames,
} from '../../utils/domain/profile-fields.ts';
import type { DraftKept, ProfilePorts } from '../profile-ports.ts';
import { useLatest } from '../shared/hooks.ts';
import { newSheet, type Sheet, unsaved } from './sheet-state.ts';
import { reduceSheet, type SheetEvent } from './sheet.ts';

type Sheets = Readonly<Record<string, Sheet>>;
type Told = SheetEvent & { readonly accountId: string };

const reduce = (sheets: Sheets, { accountId, ...event }: Told): Sheets => ({
  ...sheets,
  [accountId]: reduceSheet(sheets[accountId] ?? newSheet, event),
});

/** What the tab can be told. All of it is about the account that is shown. */
export interface ProfileActions {
  readonly load: () => void;
  readonly type: (field: ProfileField, text: string) => void;
  readonly step: (direction: 'undo' | 'redo') => void;
  readonly discard: () => void;
  readonly settle: (field: ProfileField, by: 'x' | 'person') => void;
  /** Sends what is changed; asks before it empties a field. */
  readonly save: () => void;
  readonly saveEmptied: () => void;
  readonly keepEditing: () => void;
  readonly stop: () => void;
  /** Takes the last saving back. */
  readonly undo: () => void;
  readonly closeTrouble: () => void;
}

export interface Profile {
  readonly sheet: Sheet;
  readonly actions: ProfileActions;
}

/** Stores drafts one after the other; of those that come meanwhile only the newest of each account. */
const createKeeper = (keep: ProfilePorts['keepDraft']) => {
  const waiting = new Map<string, DraftKept>();
  let isBusy = false;
  const run = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (let [next] = waiting.values(); next; [next] = waiting.values()) {
      waiting.delete(next.accountId);
      await keep(next);
    }
    isBusy = false;
  };
  return (draft: DraftKept): void => {
    waiting.set(draft.accountId, draft);
    void run();
  };
};

interface Desk {
  readonly ports: ProfilePorts;
  readonly accountId: string;
  readonly sheet: () => Sheet;
  readonly tell: (event: SheetEvent) => void;
}

const load = async ({ ports, accountId, tell }: Desk): Promise<void> => {
  tell({ type: 'loading' });
  const loading = ports.load(accountId);
  const draft = await ports.findDraft(accountId);
  if (draft) tell({ type: 'draftFound', draft });
  const loaded = await loading;
  tell(
    loaded.ok
      ? { type: 'loaded', text: loaded.value }
      : { type: 'loadFailed', error: loaded.error },
  );
};

const send = async (
  { ports, accountId, tell }: Desk,
  changes: ProfileChanges,
  stop: AbortController,
  isUndo: boolean,
): Promise<void> => {
  tell({ type: 'sending', changes });
  const saved = await ports.save(accountId, changes, stop.signal);
  tell(
    saved.ok
      ? { type: 'saved', kept: saved.value, isUndo }
      : { type: 'saveFailed', error: saved.error },
  );
};

/** The field that keeps everything from being sent, if any. */
const barringField = ({ typed, limits }: Sheet, changes: ProfileChanges): ProfileField | null =>
  profileFieldNames.find(
    (field) =>
      changes[field] !== undefined &&
      isBarring(fieldProblem(field, typed?.text[field] ?? '', limits)),
  ) ?? null;

const actionsAt = (
  desk: () => Desk | null,
  stops: Map<string, AbortController>,
): ProfileActions => {
  const begin = (at: Desk, changes: ProfileChanges, isUndo = false): void => {
    if (at.sheet().sending) return;
    const stop = new AbortController();
    stops.set(at.accountId, stop);
    void send(at, changes, stop, isUndo);
  };
  const withDesk = (act: (at: Desk) => void) => (): void => {
    const at = desk();
    if (at) act(at);
  };
  const save = (at: Desk): void => {
    const changes = unsaved(at.sheet());
    if (at.sheet().sending || Object.keys(changes).length === 0) return;
    const barring = barringField(at.sheet(), changes);
    if (barring) return at.tell({ type: 'barred', field: barring });
    const { now, typed } = at.sheet();
    const emptied = typed ? emptiedBy(now ?? typed.base, changes) : [];
    if (emptied.length > 0) return at.tell({ type: 'asked', fields: emptied });
    begin(at, changes);
  };
  return {
    load: withDesk((at) => void load(at)),
    type: (field, text) => desk()?.tell({ type: 'typed', field, text }),
    step: (direction) => desk()?.tell({ type: 'stepped', direction }),
    discard: withDesk((at) => at.tell({ type: 'discarded' })),
    settle: (field, by) => desk()?.tell({ type: 'settled', field, by }),
    save: withDesk(save),
    saveEmptied: withDesk((at) => begin(at, unsaved(at.sheet()))),
    keepEditing: withDesk((at) => at.tell({ type: 'asked', fields: [] })),
    stop: withDesk((at) => {
      at.tell({ type: 'stopping' });
      stops.get(at.accountId)?.abort();
    }),
    undo: withDesk((at) => {
      const { outcome } = at.sheet();
      if (outcome) begin(at, outcome.back, true);
    }),
    closeTrouble: withDesk((at) => at.tell({ type: 'troubleClosed' })),
  };
};

/**
 * The texts of an account's profile, read from X whenever the tab is opened. What is typed is kept while
 * other tabs or accounts are shown, and in the draft for when the page is closed.
 */
export const useProfile = (
  ports: ProfilePorts | undefined,
  accountId: string | null,
  isOpen: boolean,
): Profile => {
  const [sheets, dispatch] = useReducer(reduce, {});
  const sheet = (accountId === null ? undefined : sheets[accountId]) ?? newSheet;
  const latest = useLatest({ sheets, accountId });
  const stops = useRef(new Map<string, AbortController>());
  const actions = useMemo(() => {
    const desk = (): Desk | null => {
      const { accountId: id } = latest.current;
      if (!ports || id === null) return null;
      const tell = (event: SheetEvent): void => dispatch({ ...event, accountId: id });
      return { ports, accountId: id, sheet: () => latest.current.sheets[id] ?? newSheet, tell };
    };
    return actionsAt(desk, stops.current);
  }, [ports, latest]);
  const keep = useMemo(() => ports && createKeeper(ports.keepDraft), [ports]);
  const { typed, limits } = sheet;
  // Before the paint: a popup may close with the next event.
  useLayoutEffect(() => {
    if (keep && typed && accountId !== null) keep({ accountId, ...typed, limits });
  }, [keep, accountId, typed, limits]);
  useEffect(() => {
    if (isOpen && accountId !== null) actions.load();
  }, [isOpen, accountId, actions]);
  return { sheet, actions };
};
