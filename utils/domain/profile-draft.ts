import { changesOf } from './profile-changes.ts';
import {
  longestTyped,
  type ProfileField,
  profileFieldNames,
  profileFields,
  type ProfileLimits,
  type ProfileText,
} from './profile-fields.ts';
import { type Check, isCount, isText, parserOf } from './record-shape.ts';

/** What a person typed for an account's profile and has not saved yet, with what the server said of it. */
export interface ProfileDraft {
  readonly accountId: string;
  /** What X had when the typing began. */
  readonly base: ProfileText;
  readonly text: ProfileText;
  /** The server's own maxima, as far as it has named any. */
  readonly limits: ProfileLimits;
  readonly savedAtMs: number;
}

const isShortText: Check = (value) => typeof value === 'string' && value.length <= longestTyped;

const textChecks: Readonly<Record<ProfileField, Check>> = {
  name: isShortText,
  description: isShortText,
  location: isShortText,
  url: isShortText,
};

/** All texts of a profile, none longer than what is taken in; null unless they are. */
export const parseProfileText = parserOf<ProfileText>(textChecks);

const areLimits: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(
    ([field, max]) => Object.hasOwn(profileFields, field) && isCount(max),
  );

/** A stored draft; null unless it is one. */
export const parseProfileDraft = parserOf<ProfileDraft>({
  accountId: isText,
  base: (value) => parseProfileText(value) !== null,
  text: (value) => parseProfileText(value) !== null,
  limits: areLimits,
  savedAtMs: isCount,
});

/** Whether a draft holds anything that would be lost without it. */
export const isWorthKeeping = ({ base, text, limits }: Omit<ProfileDraft, 'savedAtMs'>): boolean =>
  Object.keys(changesOf(base, text)).length > 0 ||
  profileFieldNames.some((field) => limits[field] !== undefined);
