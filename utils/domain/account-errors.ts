import type { AccountKeys } from './account.ts';
import type { ApiError } from './api-error.ts';
import type { ServerAddressError } from './server.ts';

/** Why keys were not taken in. `notReached`: the extension's own background did not answer. */
export type AddAccountError =
  | { readonly kind: 'api'; readonly error: ApiError }
  /** The app's own two keys were refused, before anybody could sign in. */
  | { readonly kind: 'app'; readonly error: ApiError }
  | { readonly kind: 'missingKey'; readonly field: keyof AccountKeys }
  | { readonly kind: 'readOnly'; readonly handle: string }
  /** The other keys are locked; these could not be kept beside them. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'address'; readonly why: ServerAddressError['kind'] }
  /** The browser was not allowed to talk to this server. */
  | { readonly kind: 'hostRefused'; readonly server: string }
  /** What was typed can be no PIN; the server was not asked. */
  | { readonly kind: 'notAPin' }
  /** No sign-in waits for this answer: it was cancelled, overtaken, or too long ago. */
  | { readonly kind: 'noSignIn' }
  /** The account whose app was to be used again is gone, or its keys cannot be read. */
  | { readonly kind: 'appGone' }
  /** The window of the sign-in was closed before it had an answer. */
  | { readonly kind: 'windowClosed' }
  | { readonly kind: 'notReached' };
