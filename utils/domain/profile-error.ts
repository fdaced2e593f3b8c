import type { ApiErrorKind } from './api-error.ts';
import { apiTextOr, type AskError, askTexts } from './ask-error.ts';
import type { ErrorText } from './error-texts.ts';
import { wordsFor, type Words } from './words.ts';

/** Why a profile could not be read or changed. */
export type ProfileError = AskError;

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

const settings = 'settings' as const;

const textsOf = (task: ProfileTask): Words<ProfileError> => ({
  api: ({ error }) => apiTextOr(ofTask[task][error.kind] ?? ofBoth[error.kind], error),
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
  ...askTexts,
});

/** Words for a profile that could not be read or changed. */
export const profileErrorText = (task: ProfileTask, error: ProfileError): ErrorText =>
  wordsFor(textsOf(task), error);
