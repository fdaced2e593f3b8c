import { fieldsOf } from './profile-changes.ts';
import {
  lengthOf,
  type ProfileChanges,
  type ProfileField,
  profileFields,
  type ProfileLimits,
} from './profile-fields.ts';

/** What a server calls the fields when it refuses one. */
const names: readonly (readonly [pattern: RegExp, field: ProfileField])[] = [
  [/\bdescription\b|\bbio\b/i, 'description'],
  [/\blocation\b/i, 'location'],
  [/\burl\b|\bwebsite\b|\bweb\b|\blink\b/i, 'url'],
  [/\bname\b/i, 'name'],
];

/** Numbers that may be a maximum: not a status, not a year, not what was counted. */
const maximum = /\b(?:max(?:imum)?|limit|most|up to|than|exceeds?)\b\D{0,40}?(\d{1,4})\b/i;
const anyNumber = /\b(\d{1,4})\b/;

const numberIn = (words: string): number | null => {
  const found = Number((maximum.exec(words) ?? anyNumber.exec(words))?.[1]);
  return found > 0 ? found : null;
};

/** How far a text that was sent is over a number, or over the table without one. */
const overBy = (changes: ProfileChanges, field: ProfileField, maxLength: number | null): number =>
  lengthOf(changes[field] ?? '') - (maxLength ?? profileFields[field].maxLength);

/** The field that a refusal without a name is about: the one that is longest over its own limit. */
const likeliest = (changes: ProfileChanges): ProfileField | null => {
  const [first] = fieldsOf(changes).toSorted(
    (one, other) => overBy(changes, other, null) - overBy(changes, one, null),
  );
  return first ?? null;
};

/** What a refusal as too long is about. */
export interface TooLong {
  readonly field: ProfileField;
  /** The server's own maximum; null where it named none. */
  readonly maxLength: number | null;
}

/**
 * Reads which of the fields that were sent are too long, and how long each may be, from the words of code
 * 120 (X docs, response codes, 2019: the message holds the maximum; its form is undocumented). Where no
 * field is named it is the one that is longest over its table. Empty only where nothing was sent.
 */
export const readTooLong = (message: string, changes: ProfileChanges): readonly TooLong[] => {
  const sent = fieldsOf(changes);
  const told = new Map<ProfileField, number | null>();
  // One clause for each field: `Name is too long (maximum is 50 characters), Url is too long (…)`.
  for (const clause of message.split(/[,;]|\.(?:\s|$)/)) {
    const field = names.find(([pattern, one]) => sent.includes(one) && pattern.test(clause))?.[1];
    if (field) told.set(field, told.get(field) ?? numberIn(clause));
  }
  if (told.size > 0) return [...told].map(([field, maxLength]) => ({ field, maxLength }));
  const field = likeliest(changes);
  return field === null ? [] : [{ field, maxLength: numberIn(message) }];
};

/** The limits known so far with those that a server has just named. */
export const withLimits = (limits: ProfileLimits, told: readonly TooLong[]): ProfileLimits => ({
  ...limits,
  ...Object.fromEntries(
    told.flatMap(({ field, maxLength }) => (maxLength === null ? [] : [[field, maxLength]])),
  ),
});
