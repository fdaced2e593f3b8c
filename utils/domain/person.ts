import type { ApiErrorKind } from './api-error.ts';
import { apiTextOr, type AskError, askTexts } from './ask-error.ts';
import type { ErrorText } from './error-texts.ts';
import { wordsFor, type Words } from './words.ts';

/** Whose user object is asked for. Ids are text: they exceed 2^53. */
export type PersonSought = { readonly handle: string } | { readonly userId: string };

/** What is shown of a user of X, from the user object. */
export interface Person {
  readonly handle: string;
  readonly name: string;
  readonly pictureUrl: string;
  readonly hasDefaultPicture: boolean;
  /** Null where there is no banner. */
  readonly bannerUrl: string | null;
}

/** Why nobody could be looked up. */
export type FindError =
  | AskError
  /** There is no account of X whose keys could ask. */
  | { readonly kind: 'noAccount' };

/** What is different to say where nothing is changed, only looked up. */
const ofLookUp: Partial<Record<ApiErrorKind, ErrorText>> = {
  notFound: { text: 'X knows nobody by this handle.', next: 'Check how it is spelt.' },
  userSuspended: {
    text: 'X has suspended this person, so there are no pictures to show.',
    next: 'Try another handle.',
  },
  accessTooLow: {
    text: 'Your app’s plan on X does not include looking people up.',
    next: 'Use the address of the picture instead: right-click it on X and choose ‘Avatar sizes’.',
  },
  rateLimited: {
    text: 'X allows only so many look-ups at a time, and that number is used up.',
    next: 'Wait a little, then try again.',
  },
  endpointGone: {
    text: 'X no longer offers this way of looking people up.',
    next: 'Use the address of the picture instead.',
  },
  badAnswer: {
    text: 'X answered with something Facelift cannot read.',
    next: 'Try again in a minute.',
  },
  refused: {
    text: 'X refused to look this up, without saying why.',
    next: 'Use the address of the picture instead.',
  },
};

const settings = 'settings' as const;

const texts: Words<FindError> = {
  api: ({ error }) => apiTextOr(ofLookUp[error.kind], error),
  noAccount: () => ({
    text: 'To look up a handle, Facelift needs an account on X with keys.',
    next: 'Add one in the settings. The address of a picture needs none.',
    where: settings,
  }),
  accountGone: () => ({
    text: 'The account that was to look this up is gone.',
    next: 'Choose another one, or add it again.',
    where: settings,
  }),
  locked: () => ({
    text: 'Your keys are locked.',
    next: 'Unlock them to look up a handle. The address of a picture needs none.',
  }),
  ...askTexts,
};

/** Words for a look-up that failed. */
export const findErrorText = (error: FindError): ErrorText => wordsFor(texts, error);
