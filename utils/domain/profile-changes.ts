import {
  longestTyped,
  lengthOf,
  maxLengthOf,
  type ProfileChanges,
  type ProfileField,
  profileFieldNames,
  type ProfileLimits,
  type ProfileText,
} from './profile-fields.ts';
import { keptWebsite, readWebsite, type WebsiteProblem } from './website.ts';

/** A field's text as X keeps it: without space around it, and a website with its scheme. */
export const keptText = (field: ProfileField, text: string): string =>
  field === 'url' ? keptWebsite(text) : text.replace(/\r\n?/g, '\n').trim();

/** Whether two texts of a field are one and the same to X. */
export const isSameText = (field: ProfileField, one: string, other: string): boolean =>
  keptText(field, one) === keptText(field, other);

const pick = (
  text: ProfileText,
  isWanted: (field: ProfileField) => boolean,
): Partial<Record<ProfileField, string>> =>
  Object.fromEntries(
    profileFieldNames.filter(isWanted).map((field) => [field, keptText(field, text[field])]),
  );

/** What has to be sent so that `base` becomes `text`: the fields that differ, as X keeps them. */
export const changesOf = (base: ProfileText, text: ProfileText): ProfileChanges =>
  pick(text, (field) => !isSameText(field, base[field], text[field]));

/** What has to be sent so that the fields of `changes` become again what they were. */
export const changesBack = (base: ProfileText, changes: ProfileChanges): ProfileChanges =>
  pick(base, (field) => changes[field] !== undefined);

/** The fields of some changes, in the order they are shown in. */
export const fieldsOf = (changes: ProfileChanges): readonly ProfileField[] =>
  profileFieldNames.filter((field) => changes[field] !== undefined);

/** Whether what X has is what was sent, field by field: those where it is not. */
export const notTaken = (changes: ProfileChanges, kept: ProfileText): readonly ProfileField[] =>
  fieldsOf(changes).filter((field) => !isSameText(field, changes[field] ?? '', kept[field]));

/** The fields that had a text and would have none. */
export const emptiedBy = (base: ProfileText, changes: ProfileChanges): readonly ProfileField[] =>
  fieldsOf(changes).filter((field) => changes[field] === '' && base[field].trim() !== '');

/** What is typed, and what X had when that was begun. */
export interface Typed {
  readonly base: ProfileText;
  readonly text: ProfileText;
}

const isAhead = ({ base, text }: Typed, now: ProfileText, field: ProfileField): boolean =>
  !isSameText(field, base[field], text[field]) && !isSameText(field, text[field], now[field]);

/** Takes some fields of one profile and the rest of another. */
const mixed = (
  isFirst: (field: ProfileField) => boolean,
  first: ProfileText,
  second: ProfileText,
): ProfileText =>
  Object.fromEntries(
    profileFieldNames.map((field) => [field, (isFirst(field) ? first : second)[field]]),
  ) as Record<ProfileField, string>;

/**
 * Puts what is typed onto what X has now: fields that were not touched follow X, the others stay as they
 * were typed, with what they were begun from.
 */
export const rebase = (typed: Typed, now: ProfileText): Typed => {
  const isKept = (field: ProfileField): boolean => isAhead(typed, now, field);
  return { base: mixed(isKept, typed.base, now), text: mixed(isKept, typed.text, now) };
};

/** The fields that were changed here and meanwhile on X, too, to something else. */
export const conflictsOf = (typed: Typed, now: ProfileText): readonly ProfileField[] =>
  profileFieldNames.filter(
    (field) => isAhead(typed, now, field) && !isSameText(field, typed.base[field], now[field]),
  );

/** What is wrong with a field, or will be. `over` in characters. */
export type FieldProblem =
  | { readonly kind: 'nameEmpty' }
  | { readonly kind: 'website'; readonly why: WebsiteProblem }
  /** So long that no way of counting could make it fit. */
  | { readonly kind: 'farOver'; readonly over: number }
  /** Longer than the limit as it is counted here. The server may count otherwise: a warning. */
  | { readonly kind: 'over'; readonly over: number };

/** From this many times the limit on nothing is sent: even counted in pairs it would not fit. */
const farOverTimes = 2;

/** What is wrong with a text that is to be sent; null where nothing is. */
export const fieldProblem = (
  field: ProfileField,
  text: string,
  limits: ProfileLimits,
): FieldProblem | null => {
  const kept = keptText(field, text);
  if (field === 'name' && kept === '') return { kind: 'nameEmpty' };
  const website = field === 'url' ? readWebsite(text) : null;
  if (website && !website.ok) return { kind: 'website', why: website.error };
  const maxLength = maxLengthOf(field, limits);
  const over = lengthOf(kept) - maxLength;
  if (over <= 0) return null;
  const isFar = over > maxLength * (farOverTimes - 1) || kept.length > longestTyped;
  return { kind: isFar ? 'farOver' : 'over', over };
};

/** Whether a problem keeps a text from being sent. */
export const isBarring = (problem: FieldProblem | null): boolean =>
  problem !== null && problem.kind !== 'over';
