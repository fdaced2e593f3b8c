import type { ApiError, ApiErrorKind } from './api-error.ts';
import { apiErrorText, type ErrorDetail, type ErrorText, errorDetails } from './error-texts.ts';
import { wordsFor, type Words } from './words.ts';

/** Why a profile could not be read or changed. */
export type ProfileError =
  | { readonly kind: 'api'; readonly error: ApiError }
  | { readonly kind: 'accountGone' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' }
  /** The background gave no answer. */
  | { readonly kind: 'notReached' };

/** What was being done. */
export type ProfileTask = 'load' | 'save';

type OwnTexts = Partial<Record<ApiErrorKind, ErrorText>>;

const developerConsole = 'console' as const;
const x = 'x' as const;

const ofBoth: OwnTexts = {
  accountSuspended: {
    text: 'X has suspended this account, so its profile cannot be changed.',
    next: 'Appeal on x.com, or choose another account.',
    where: x,
  },
  loginNeeded: {
    text: 'X wants to see you sign in first.',
    next: 'Sign in on x.com and answer what it asks, then try again.',
    where: x,
  },
  badAnswer: {
    text: 'X answered with something Facelift cannot read.',
    next: 'Look at your profile on x.com, then try again.',
    where: x,
  },
};

const ofTask: Readonly<Record<ProfileTask, OwnTexts>> = {
  load: {
    accessTooLow: {
      text: 'Your app’s plan on X does not include reading your profile.',
      next: 'Check your app’s access in X’s developer console, then try again.',
      where: developerConsole,
    },
    rateLimited: {
      text: 'X allows only so many look-ups at a time, and that number is used up.',
      next: 'Wait a little, then try again.',
    },
    endpointGone: {
      text: 'X no longer offers this way of reading a profile.',
      next: 'Look for a newer version of Facelift.',
    },
    notFound: {
      text: 'X could not find this account.',
      next: 'Check that it still exists, then add it again.',
      where: 'settings',
    },
  },
  save: {
    cancelled: {
      text: 'Saving was stopped. As far as can be seen, X has your profile as it was.',
      next: 'What you typed is kept; save it whenever you like.',
    },
    accessTooLow: {
      text: 'Your app’s plan on X does not include changing your profile.',
      next: 'Check your app’s access in X’s developer console, then save again.',
      where: developerConsole,
    },
    rateLimited: {
      text: 'X allows only so many changes of a profile at a time, and that number is used up.',
      next: 'What you typed is kept. Wait a little, then save again.',
    },
    endpointGone: {
      text: 'X no longer offers this way of changing a profile.',
      next: 'Look for a newer version of Facelift.',
    },
    valueTooLong: {
      text: 'X finds one of the texts too long.',
      next: 'Shorten it, then save again.',
    },
  },
};

const apiText = (task: ProfileTask, error: ApiError): ErrorText => {
  const usual = apiErrorText(error);
  const own = ofTask[task][error.kind] ?? ofBoth[error.kind];
  const { notBeforeMs } = usual;
  if (!own) return usual;
  return notBeforeMs === undefined ? own : { ...own, notBeforeMs };
};

const settings = 'settings' as const;

const textsOf = (task: ProfileTask): Words<ProfileError> => ({
  api: ({ error }) => apiText(task, error),
  accountGone: () => ({
    text: 'This account was removed.',
    next: 'Choose another one, or add it again.',
    where: settings,
  }),
  locked: () => ({
    text: 'Your keys are locked.',
    next:
      task === 'load'
        ? 'Unlock them to read your profile.'
        : 'What you typed is kept. Unlock them to save it.',
  }),
  unreadable: () => ({
    text: 'The keys of this account can no longer be read in this browser.',
    next: 'Add the account again.',
    where: settings,
  }),
  notReached: () => ({
    text: 'Facelift’s background did not answer.',
    next: 'Try again; if it stays, restart the browser.',
  }),
});

/** Words for a profile that could not be read or changed. */
export const profileErrorText = (task: ProfileTask, error: ProfileError): ErrorText =>
  wordsFor(textsOf(task), error);

/** The raw facts of a refused call; nothing for the rest, where there are none. */
export const profileErrorDetails = (error: ProfileError): readonly ErrorDetail[] =>
  error.kind === 'api' ? errorDetails(error) : [];
