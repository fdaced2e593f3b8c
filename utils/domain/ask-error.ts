import type { ApiError } from './api-error.ts';
import { apiErrorText, type ErrorDetail, type ErrorText, errorDetails } from './error-texts.ts';

/** Why something that a page asks of the background, to be done with an account's keys, was not done. */
export type AskError =
  | { readonly kind: 'api'; readonly error: ApiError }
  | { readonly kind: 'accountGone' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' }
  /** The background gave no answer. */
  | { readonly kind: 'notReached' };

/** Words that are the same whatever was asked. */
export const askTexts = {
  unreadable: (): ErrorText => ({
    text: 'The keys of this account can no longer be read in this browser.',
    next: 'Add the account again.',
    where: 'settings',
  }),
  notReached: (): ErrorText => ({
    text: 'Facelift’s background did not answer.',
    next: 'Try again; if it stays, restart the browser.',
  }),
} as const;

/** The usual words for a failed call, or others in their place, with when trying again is of use. */
export const apiTextOr = (own: ErrorText | undefined, error: ApiError): ErrorText => {
  const usual = apiErrorText(error);
  if (!own) return usual;
  return usual.notBeforeMs === undefined ? own : { ...own, notBeforeMs: usual.notBeforeMs };
};

/** The raw facts of a refused call; nothing for the rest, where there are none. */
export const askErrorDetails = (
  error: AskError | { readonly kind: 'noAccount' },
): readonly ErrorDetail[] => (error.kind === 'api' ? errorDetails(error) : []);
