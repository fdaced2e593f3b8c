import type { AppKeys } from './account.ts';
import { isX } from './server.ts';

/** How a person lets an app in: by carrying a PIN over, or by being sent back with the answer. */
export type SignInWay = 'pin' | 'redirect';

/** Which app is signed in to: a new one by its two keys, or that of an account there already is. */
export type AppChoice =
  | { readonly kind: 'keys'; readonly keys: AppKeys; readonly apiBase: string }
  | { readonly kind: 'account'; readonly accountId: string };

/** A sign-in under way as pages show it. Holds no secret. Times are Unix ms. */
export interface SignInView {
  readonly by: SignInWay;
  readonly apiBase: string;
  readonly endsAtMs: number;
}

/**
 * How long a sign-in is kept waiting for its answer. X does not document how long its request tokens
 * live; nobody needs longer than this to type seven digits.
 */
export const signInLifeMs = 15 * 60_000;

/**
 * A PIN as it was typed or pasted, without what people put between its digits; null where it can be none.
 * X's has seven digits (X docs, PIN-based authorization, 2026); other servers' are of letters and digits.
 */
export const pinOf = (text: string, apiBase: string): string | null => {
  const bare = text.normalize('NFKC').replace(/[\s\u2010-\u2015-]+/g, '');
  return (isX(apiBase) ? /^\d{7}$/ : /^[A-Za-z0-9]{4,64}$/).test(bare) ? bare : null;
};
