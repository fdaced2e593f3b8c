import { changesBack, changesOf, notTaken, rebase } from '../../utils/domain/profile-changes.ts';
import type { ProfileError } from '../../utils/domain/profile-error.ts';
import type {
  ProfileChanges,
  ProfileField,
  ProfileText,
} from '../../utils/domain/profile-fields.ts';
import { readTooLong, withLimits } from '../../utils/domain/profile-limit.ts';
import type { DraftKept } from '../profile-ports.ts';
import type { Sheet } from './sheet-state.ts';
import { stepFrom, type Steps, withChange, withTyping } from './typing-steps.ts';

export type SheetEvent =
  | { readonly type: 'loading' }
  | { readonly type: 'draftFound'; readonly draft: DraftKept }
  | { readonly type: 'loaded'; readonly text: ProfileText }
  | { readonly type: 'loadFailed'; readonly error: ProfileError }
  | { readonly type: 'typed'; readonly field: ProfileField; readonly text: string }
  | { readonly type: 'stepped'; readonly direction: 'undo' | 'redo' }
  | { readonly type: 'discarded' }
  | { readonly type: 'settled'; readonly field: ProfileField; readonly by: 'x' | 'person' }
  | { readonly type: 'asked'; readonly fields: readonly ProfileField[] }
  | { readonly type: 'barred'; readonly field: ProfileField }
  | { readonly type: 'sending'; readonly changes: ProfileChanges }
  | { readonly type: 'stopping' }
  | { readonly type: 'saved'; readonly kept: ProfileChanges; readonly isUndo: boolean }
  | { readonly type: 'saveFailed'; readonly error: ProfileError }
  | { readonly type: 'troubleClosed' };

const withText = (sheet: Sheet, text: ProfileText, steps: Steps): Sheet =>
  sheet.typed ? { ...sheet, typed: { ...sheet.typed, text }, steps, asking: [] } : sheet;

const onTyped = (sheet: Sheet, field: ProfileField, text: string): Sheet => {
  if (!sheet.typed || sheet.sending) return sheet;
  const { text: before } = sheet.typed;
  return withText(
    sheet,
    { ...before, [field]: text },
    withTyping(sheet.steps, before, field, text),
  );
};

const onStepped = (sheet: Sheet, direction: 'undo' | 'redo'): Sheet => {
  const step =
    sheet.typed && !sheet.sending ? stepFrom(sheet.steps, sheet.typed.text, direction) : null;
  return step ? withText(sheet, step.text, step.steps) : sheet;
};

/** What was typed goes, and undo brings it back. */
const onDiscarded = (sheet: Sheet): Sheet => {
  if (!sheet.typed) return sheet;
  const base = sheet.now ?? sheet.typed.base;
  const steps = withChange(sheet.steps, sheet.typed.text);
  return { ...sheet, typed: { base, text: base }, steps, asking: [], trouble: null };
};

/** Of two texts of a field one is chosen; from now on it counts as begun from what X has. */
const onSettled = (sheet: Sheet, field: ProfileField, by: 'x' | 'person'): Sheet => {
  const { now, typed } = sheet;
  if (!now || !typed) return sheet;
  const base = { ...typed.base, [field]: now[field] };
  if (by === 'person') return { ...sheet, typed: { ...typed, base } };
  const text = { ...typed.text, [field]: now[field] };
  return { ...sheet, typed: { base, text }, steps: withChange(sheet.steps, typed.text) };
};

const onSaved = (sheet: Sheet, kept: ProfileChanges, isUndo: boolean): Sheet => {
  const { typed, sending } = sheet;
  if (!typed || !sending) return sheet;
  const before = sheet.now ?? typed.base;
  const now = { ...before, ...kept };
  const differing = notTaken(sending, now);
  const back = changesBack(before, sending);
  const written = Object.fromEntries(Object.keys(sending).map((field) => [field, true]));
  const own = (text: ProfileText): ProfileText =>
    Object.fromEntries(
      Object.entries(text).map(([field, value]) => [
        field,
        written[field] ? now[field as ProfileField] : value,
      ]),
    ) as Record<ProfileField, string>;
  return {
    ...sheet,
    now,
    typed: rebase({ base: own(typed.base), text: own(typed.text) }, now),
    sending: null,
    isStopping: false,
    trouble: null,
    outcome: { kind: isUndo ? 'undone' : 'saved', back, differing },
  };
};

const onSaveFailed = (sheet: Sheet, error: ProfileError): Sheet => {
  const isTooLong = error.kind === 'api' && error.error.kind === 'valueTooLong';
  const told = isTooLong && sheet.sending ? readTooLong(error.error.message, sheet.sending) : [];
  const [first] = told;
  return {
    ...sheet,
    sending: null,
    isStopping: false,
    limits: withLimits(sheet.limits, told),
    trouble: { task: 'save', error, tooLong: told },
    pointsAt: first ? { field: first.field } : null,
  };
};

const onDraft = (sheet: Sheet, { base, text, limits }: DraftKept): Sheet => {
  const known = { ...sheet, limits: { ...limits, ...sheet.limits } };
  const hasText = Object.keys(changesOf(base, text)).length > 0;
  return sheet.typed || !hasText ? known : { ...known, typed: { base, text } };
};

const onLoaded = (sheet: Sheet, now: ProfileText): Sheet => ({
  ...sheet,
  isLoading: false,
  now,
  typed: sheet.typed ? rebase(sheet.typed, now) : { base: now, text: now },
  trouble: sheet.trouble?.task === 'load' ? null : sheet.trouble,
});

/** One account's profile after something happened. */
export const reduceSheet = (sheet: Sheet, event: SheetEvent): Sheet => {
  switch (event.type) {
    case 'loading':
      return { ...sheet, isLoading: true };
    case 'draftFound':
      return onDraft(sheet, event.draft);
    case 'loaded':
      return onLoaded(sheet, event.text);
    case 'loadFailed':
      return {
        ...sheet,
        isLoading: false,
        trouble: { task: 'load', error: event.error, tooLong: [] },
      };
    case 'typed':
      return onTyped(sheet, event.field, event.text);
    case 'stepped':
      return onStepped(sheet, event.direction);
    case 'discarded':
      return onDiscarded(sheet);
    case 'settled':
      return onSettled(sheet, event.field, event.by);
    case 'asked':
      return { ...sheet, asking: event.fields };
    case 'barred':
      return { ...sheet, pointsAt: { field: event.field } };
    case 'sending':
      return { ...sheet, asking: [], sending: event.changes, trouble: null, outcome: null };
    case 'stopping':
      return { ...sheet, isStopping: true };
    case 'saved':
      return onSaved(sheet, event.kept, event.isUndo);
    case 'saveFailed':
      return onSaveFailed(sheet, event.error);
    case 'troubleClosed':
      return { ...sheet, trouble: null };
  }
};
