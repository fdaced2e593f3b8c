import type { ProfileField, ProfileText } from '../../utils/domain/profile-fields.ts';

/** A state that undo goes back to, and what was typed after it. */
interface Step {
  readonly text: ProfileText;
  readonly field: ProfileField | null;
  readonly stroke: Stroke;
}

type Stroke = 'insert' | 'delete' | 'other';

/** What can be undone and redone, the newest last. */
export interface Steps {
  readonly past: readonly Step[];
  readonly future: readonly ProfileText[];
}

export const noSteps: Steps = { past: [], future: [] };

const maxSteps = 200;

const strokeOf = (before: string, after: string): Stroke => {
  if (after.length === before.length + 1) return 'insert';
  return after.length === before.length - 1 ? 'delete' : 'other';
};

const countSpaces = (text: string): number => text.match(/\s/g)?.length ?? 0;

/** Letters typed or deleted one after the other in one word are one step. */
const goesOn = (last: Step | undefined, field: ProfileField, before: string, after: string) =>
  last?.field === field &&
  last.stroke !== 'other' &&
  last.stroke === strokeOf(before, after) &&
  countSpaces(after) <= countSpaces(before);

/** Notes that a field was typed into. `text` is what stood everywhere before. */
export const withTyping = (
  { past }: Steps,
  text: ProfileText,
  field: ProfileField,
  after: string,
): Steps => {
  const before = text[field];
  if (goesOn(past.at(-1), field, before, after)) return { past, future: [] };
  const step: Step = { text, field, stroke: strokeOf(before, after) };
  return { past: [...past, step].slice(-maxSteps), future: [] };
};

/** Notes a change of several fields at once, or one that is always a step of its own. */
export const withChange = ({ past }: Steps, text: ProfileText): Steps => ({
  past: [...past, { text, field: null, stroke: 'other' as const }].slice(-maxSteps),
  future: [],
});

/** One step back or forth from `text`; null where there is none. */
export const stepFrom = (
  { past, future }: Steps,
  text: ProfileText,
  direction: 'undo' | 'redo',
): { readonly text: ProfileText; readonly steps: Steps } | null => {
  if (direction === 'undo') {
    const last = past.at(-1);
    if (!last) return null;
    return { text: last.text, steps: { past: past.slice(0, -1), future: [...future, text] } };
  }
  const next = future.at(-1);
  if (!next) return null;
  const step: Step = { text, field: null, stroke: 'other' };
  return { text: next, steps: { past: [...past, step], future: future.slice(0, -1) } };
};
