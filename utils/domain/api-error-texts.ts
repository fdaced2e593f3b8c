import type { ApiError, ApiErrorKind } from './api-error.ts';

/** Where a next step is taken: our settings, the picture, X's developer console, or x.com itself. */
export type Where = 'settings' | 'picture' | 'console' | 'x';

/** What a person reads: what happened, and the one thing to do next. Never a code or a raw message. */
export interface ErrorText {
  readonly text: string;
  readonly next: string;
  /** Where the next step is taken, when it is not simply trying again. */
  readonly where?: Where;
  /** Unix ms before which trying again is of no use. */
  readonly notBeforeMs?: number;
}

const settings = 'settings' as const;
const picture = 'picture' as const;
const developerConsole = 'console' as const;
const x = 'x' as const;

const apiTexts: Record<ApiErrorKind, ErrorText> = {
  offline: {
    text: 'X could not be reached.',
    next: 'Check your connection (and any VPN or guest Wi-Fi), then try again.',
  },
  timedOut: { text: 'X took too long to answer.', next: 'Try again in a moment.' },
  cancelled: { text: 'The swap was stopped.', next: 'Start it again whenever you like.' },
  keysRefused: {
    text: 'X does not accept these keys.',
    next: 'Copy all four keys again from your app on X and add the account anew.',
    where: settings,
  },
  tokenRevoked: {
    text: 'The access token for this account has expired or was withdrawn.',
    next: 'Make a new access token for your app on X and add the account again.',
    where: settings,
  },
  readOnlyKeys: {
    text: 'These keys may look at your profile but not change it.',
    next: 'Set your app on X to Read and write, make a new access token, and add the account again.',
    where: settings,
  },
  clockWrong: {
    text: 'This computer’s clock is off, and X refuses anything dated wrongly.',
    next: 'Set the clock to automatic in your system settings, then try again.',
  },
  accountLocked: {
    text: 'X has locked this account for now.',
    next: 'Sign in on x.com, unlock the account there, then try again.',
    where: x,
  },
  accountSuspended: {
    text: 'X has suspended this account, so its picture cannot be changed.',
    next: 'Appeal on x.com, or choose another account.',
    where: x,
  },
  loginNeeded: {
    text: 'X wants to see you sign in before it changes the picture.',
    next: 'Sign in on x.com and answer what it asks, then try again.',
    where: x,
  },
  looksAutomated: {
    text: 'X took this for an automated request and held it back.',
    next: 'Wait a few minutes, then try again.',
    where: x,
  },
  accessTooLow: {
    text: 'Your app’s plan on X does not include changing profile pictures.',
    next: 'Check your app’s access in X’s developer console, then try again.',
    where: developerConsole,
  },
  creditsUsedUp: {
    text: 'Your app on X has no credits left.',
    next: 'Add credits in X’s developer console, then try again.',
    where: developerConsole,
  },
  rateLimited: {
    text: 'X allows only so many changes at a time, and that number is used up.',
    next: 'Wait a little, then try again.',
  },
  notFound: {
    text: 'X could not find this account.',
    next: 'Check that it still exists, then add it again.',
    where: settings,
  },
  userSuspended: {
    text: 'This user is suspended on X.',
    next: 'Choose another account.',
  },
  imageRefused: {
    text: 'X could not use this picture.',
    next: 'Choose another picture, or save it as JPEG first.',
    where: picture,
  },
  imageUnreadable: {
    text: 'X received no picture, or could not read it.',
    next: 'Try again; if it stays, save the picture as PNG or JPEG and choose that file.',
    where: picture,
  },
  imageTooLarge: {
    text: 'X could not resize this picture, or finds it too large.',
    next: 'Choose the exact size or a smaller file format, then swap again.',
    where: picture,
  },
  formatRefused: {
    text: 'X does not take this kind of file here.',
    next: 'Choose JPEG or PNG as the file format, then swap again.',
    where: picture,
  },
  valueTooLong: {
    text: 'One of the values is longer than X allows.',
    next: 'Shorten it, then try again.',
  },
  overCapacity: { text: 'X is overloaded right now.', next: 'Try again in a minute.' },
  serverError: { text: 'Something went wrong at X’s end.', next: 'Try again in a minute.' },
  endpointGone: {
    text: 'X no longer offers this way of changing a picture.',
    next: 'Look for a newer version of Facelift.',
  },
  badRequest: {
    text: 'X did not understand the request.',
    next: 'Try again; if it stays, report it with the details below.',
  },
  badAnswer: {
    text: 'X answered with something Facelift cannot read.',
    next: 'Check your profile on x.com, then try again.',
    where: x,
  },
  callbackNotApproved: {
    text: 'Your app on X does not list Facelift’s address among its callback URLs.',
    next: 'Add the address to your app in X’s developer console, or sign in with a PIN.',
    where: developerConsole,
  },
  pinOnly: {
    text: 'Your app on X only knows sign-in with a PIN.',
    next: 'Sign in with a PIN instead.',
  },
  appSuspended: {
    text: 'X does not know this app, or has suspended it.',
    next: 'Check the API key, and the app itself in X’s developer console.',
    where: developerConsole,
  },
  wrongPin: {
    text: 'X does not accept this PIN.',
    next: 'Compare it with the page that shows it, and type it again.',
  },
  signInOver: {
    text: 'This sign-in has expired, or was used already.',
    next: 'Begin again; X then shows a new PIN.',
  },
  signInDenied: {
    text: 'The app was not let in: the sign-in was cancelled on X’s page.',
    next: 'Begin again whenever you like.',
  },
  refused: {
    text: 'X refused, without saying why.',
    next: 'Check your account on x.com, then try again.',
    where: x,
  },
};

const skewWords = (skewMs: number): string => {
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  const amount =
    minutes < 1
      ? 'less than a minute'
      : minutes < 120
        ? `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
        : `about ${Math.round(minutes / 60)} hours`;
  return `${amount} ${skewMs > 0 ? 'slow' : 'fast'}`;
};

/** Words for a failed call to X. A wrong clock is told with how wrong, where that is known. */
export const apiErrorText = (error: ApiError): ErrorText => {
  const known = apiTexts[error.kind];
  const text =
    error.kind === 'clockWrong' && error.clockSkewMs !== undefined
      ? `This computer’s clock is ${skewWords(error.clockSkewMs)}, and X refuses anything dated wrongly.`
      : known.text;
  return {
    ...known,
    text,
    ...(error.retryAtMs !== undefined && { notBeforeMs: error.retryAtMs }),
  };
};
