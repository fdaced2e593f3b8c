/**
 * Everything a call to X may end in besides success. One kind for each thing a person can do about it;
 * `code` and `message` are X's own, kept for 'Details'.
 */
export type ApiErrorKind =
  | 'offline'
  | 'timedOut'
  | 'cancelled'
  | 'keysRefused'
  | 'tokenRevoked'
  | 'readOnlyKeys'
  | 'clockWrong'
  | 'accountLocked'
  | 'accountSuspended'
  | 'loginNeeded'
  | 'looksAutomated'
  | 'accessTooLow'
  | 'creditsUsedUp'
  | 'rateLimited'
  | 'notFound'
  | 'userSuspended'
  | 'imageRefused'
  | 'imageUnreadable'
  | 'imageTooLarge'
  | 'formatRefused'
  | 'valueTooLong'
  | 'overCapacity'
  | 'serverError'
  | 'endpointGone'
  | 'badRequest'
  | 'badAnswer'
  | 'callbackNotApproved'
  | 'pinOnly'
  | 'appSuspended'
  | 'wrongPin'
  | 'signInOver'
  | 'signInDenied'
  | 'refused';

/** One failed call. `retryAtMs` (Unix, ms) is set where X said when to come back. */
export interface ApiError {
  readonly kind: ApiErrorKind;
  readonly status: number | null;
  readonly code: number | null;
  readonly message: string;
  readonly retryAtMs?: number;
  /** X's clock minus this machine's, from the `date` header; set with `clockWrong`. */
  readonly clockSkewMs?: number;
}
