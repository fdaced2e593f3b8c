import type { ApiErrorKind } from '../domain/api-error.ts';

/**
 * X's error codes that mean something to this program (X's list of 2019; 211 and 453 as seen later).
 * A code that is not here is judged by its HTTP status.
 */
export const kindOfCode: ReadonlyMap<number, ApiErrorKind> = new Map([
  [17, 'notFound'],
  [32, 'keysRefused'],
  [34, 'endpointGone'],
  [38, 'badRequest'],
  [50, 'notFound'],
  [63, 'userSuspended'],
  [64, 'accountSuspended'],
  [68, 'endpointGone'],
  [87, 'accessTooLow'],
  [88, 'rateLimited'],
  [89, 'tokenRevoked'],
  [92, 'badRequest'],
  [99, 'keysRefused'],
  [120, 'valueTooLong'],
  [130, 'overCapacity'],
  [131, 'serverError'],
  [135, 'clockWrong'],
  [185, 'rateLimited'],
  [211, 'formatRefused'],
  [215, 'keysRefused'],
  [220, 'accessTooLow'],
  [226, 'looksAutomated'],
  [231, 'loginNeeded'],
  [251, 'endpointGone'],
  [261, 'readOnlyKeys'],
  [324, 'imageRefused'],
  [326, 'accountLocked'],
  [415, 'callbackNotApproved'],
  [416, 'appSuspended'],
  [417, 'pinOnly'],
  [453, 'accessTooLow'],
]);

/** What a status means where no known code came with it. 420 is the old 429 (X docs, response codes). */
export const kindOfStatus: ReadonlyMap<number, ApiErrorKind> = new Map([
  [400, 'badRequest'],
  [401, 'keysRefused'],
  [402, 'creditsUsedUp'],
  [403, 'refused'],
  [404, 'endpointGone'],
  [410, 'endpointGone'],
  [413, 'imageTooLarge'],
  [414, 'badRequest'],
  [420, 'rateLimited'],
  [422, 'imageTooLarge'],
  [429, 'rateLimited'],
  [430, 'badRequest'],
  [503, 'overCapacity'],
]);

/**
 * Texts of bodies without a code (recorded 2013 to 2016), v2 problem types (2024), the sign-in's bare
 * texts (recorded 2016 to 2025), and the words of StatusNet and its heirs (lib/apiaction.php, 2013).
 */
export const kindOfText: readonly (readonly [pattern: RegExp, kind: ApiErrorKind])[] = [
  [/not an accepted format/i, 'formatRefused'],
  [/media type unrecognized|image validation failed/i, 'imageRefused'],
  [/parameter is missing/i, 'badRequest'],
  [/oauth1-permissions/i, 'readOnlyKeys'],
  [/client-forbidden|unsupported-authentication/i, 'accessTooLow'],
  [/usage-capped|credits/i, 'creditsUsedUp'],
  [/invalid oauth_verifier/i, 'wrongPin'],
  // To the letter: 'temporarily unavailable' alone is said of servers too.
  [/^this feature is temporarily unavailable|^reverse auth credentials/i, 'signInOver'],
  [/callback url not approved/i, 'callbackNotApproved'],
  [/only support the oauth_callback value/i, 'pinOnly'],
  [/invalid \/ suspended application/i, 'appSuspended'],
  [/read-write access/i, 'readOnlyKeys'],
  [/^bad access token/i, 'tokenRevoked'],
  [/^user not found/i, 'notFound'],
  [/^not an image|^no file uploaded/i, 'imageRefused'],
];
