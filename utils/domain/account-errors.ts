import type { AccountKeys } from './account.ts';
import type { ApiError } from './api-error.ts';

/** Why keys were not taken in. `notReached`: the extension's own background did not answer. */
export type AddAccountError =
  | { readonly kind: 'api'; readonly error: ApiError }
  | { readonly kind: 'missingKey'; readonly field: keyof AccountKeys }
  | { readonly kind: 'readOnly'; readonly handle: string }
  /** The other keys are locked; these could not be kept beside them. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'notReached' };
