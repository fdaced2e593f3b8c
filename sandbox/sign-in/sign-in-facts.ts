/** What is known of X's sign-in, and what had to be assumed. */

/** Undocumented; an assumption on the short side. */
export const requestTokenLifeMs = 15 * 60_000;

/** Undocumented. X cannot let anyone try seven digits for ever; assumed, on the short side. */
export const maxWrongVerifiers = 3;

/** Words of answers that are bare text under text/html. */
export const signInTexts = {
  /** abraham/twitteroauth, recorded 2020-04-26. */
  wrongVerifier: 'Error processing your OAuth request: Invalid oauth_verifier parameter',
  /** Reports of 2016 to 2025: a request token used a second time, or no longer known. */
  deadToken: 'This feature is temporarily unavailable',
  /** abraham/twitteroauth#691, 2018: oauth/access_token called without oauth_token. */
  noToken: 'Reverse auth credentials are invalid',
} as const;

/**
 * Errors that come as XML (arunagw/omniauth-twitter#144, 2022; hybridauth#1314, 2021; laravel/socialite
 * #641, 2023), and as the usual JSON to clients that ask for JSON (abraham/twitteroauth#658, 2018).
 * Statuses: X docs, "Response codes", 2019.
 */
export const signInErrors = {
  415: [
    403,
    'Callback URL not approved for this client application. Approved callback URLs can be adjusted in your application settings',
  ],
  416: [401, 'Invalid / suspended application'],
  417: [401, "Desktop applications only support the oauth_callback value 'oob'"],
} as const satisfies Record<number, readonly [status: number, message: string]>;

export type SignInErrorCode = keyof typeof signInErrors;
