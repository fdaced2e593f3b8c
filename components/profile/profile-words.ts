import type { FieldProblem } from '../../utils/domain/profile-changes.ts';
import {
  lengthOf,
  maxLengthOf,
  type ProfileField,
  profileFields,
  type ProfileLimits,
} from '../../utils/domain/profile-fields.ts';
import { keptText } from '../../utils/domain/profile-changes.ts';
import type { ErrorText } from '../../utils/domain/error-texts.ts';
import { profileErrorText } from '../../utils/domain/profile-error.ts';
import { readWebsite, type WebsiteProblem } from '../../utils/domain/website.ts';
import type { Sheet, Trouble } from './sheet-state.ts';

const websiteWords: Readonly<Record<WebsiteProblem, string>> = {
  spaces: 'An address has no spaces in it.',
  mail: 'This looks like a mail address; X wants that of a website.',
  scheme: 'X takes addresses of websites only: http or https.',
  host: 'This is no address of a website, such as ada.example or https://ada.example/prints.',
};

/** What is wrong with a field, as a person reads it beside it. */
export const problemWords = (
  field: ProfileField,
  problem: FieldProblem,
  limits: ProfileLimits,
): string => {
  const { inText } = profileFields[field];
  switch (problem.kind) {
    case 'nameEmpty':
      return 'X takes no profile without a name.';
    case 'website':
      return websiteWords[problem.why];
    case 'farOver':
      return `This ${inText} is ${problem.over} characters too long for X.`;
    case 'over':
      return limits[field] === undefined
        ? `${problem.over} over: X may refuse it, or count in its own way.`
        : `${problem.over} over: X has refused it like this.`;
  }
};

/** How much of a field is used, for the eye and for the ear. */
export const counterOf = (field: ProfileField, text: string, limits: ProfileLimits) => {
  const used = lengthOf(keptText(field, text));
  const max = maxLengthOf(field, limits);
  return { shown: `${used} / ${max}`, said: `${used} of ${max} characters`, isOver: used > max };
};

/** What an address that was typed without its scheme will become; null where it stays as it is. */
export const completedWords = (text: string): string | null => {
  const read = readWebsite(text);
  return read.ok && read.value.isCompleted ? `Will be saved as ${read.value.address}` : null;
};

const listed = (fields: readonly ProfileField[]): string =>
  fields
    .map((field) => profileFields[field].inText)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');

/** The question before fields are emptied. */
export const emptyQuestion = (fields: readonly ProfileField[]): string =>
  `Your ${listed(fields)} will be empty.`;

/** What went wrong; where X found texts too long, which ones, and how long they may be. */
export const troubleWords = ({ task, error, tooLong }: Trouble): ErrorText => {
  const words = profileErrorText(task, error);
  const [first, ...more] = tooLong;
  if (!first) return words;
  const text = `X finds the ${listed(tooLong.map(({ field }) => field))} too long.`;
  const { maxLength } = first;
  if (more.length > 0 || maxLength === null) return { ...words, text };
  return { ...words, text, next: `Shorten it to ${maxLength} characters, then save again.` };
};

/** What a person hears of saving, in one line. */
export const savingWords = (sheet: Sheet): string => {
  const { sending, isStopping, outcome } = sheet;
  if (sending) return isStopping ? 'Stopping…' : 'Saving…';
  if (!outcome) return sheet.isLoading && !sheet.now ? 'Reading what X has…' : '';
  const done = outcome.kind === 'undone' ? 'Undone: X has your profile as before' : 'Saved';
  const { differing } = outcome;
  return differing.length === 0 ? done : `${done}; X keeps the ${listed(differing)} as shown here`;
};
