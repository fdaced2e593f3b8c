/** The four keys of an X app and its user (X docs, OAuth 1.0a). Never leaves the extension's own origin. */
export interface AccountKeys {
  readonly apiKey: string;
  readonly apiKeySecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
}

/** What X's `x-access-level` header says these keys may do; unknown where it was not sent. */
export type AccessLevel = 'read' | 'read-write' | 'read-write-directmessages' | 'unknown';

/**
 * How an account's own user object is read: users/show, account/verify_credentials, or v2 users/me. Which
 * of them a key may use depends on its plan.
 */
export type ReadWay = 'show' | 'verify' | 'me';

/** An account as pages show it. Holds no secret. `id` is X's user id, kept as text: it exceeds 2^53. */
export interface Account {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** Address of the current picture as the user object named it. */
  readonly pictureUrl: string;
  /** Origin all calls of this account go to, such as `https://api.x.com`. */
  readonly apiBase: string;
  readonly access: AccessLevel;
  readonly addedAtMs: number;
  /** The way of reading that worked last; left out until another than the first one had to be used. */
  readonly readBy?: ReadWay | undefined;
}

/** Where calls go when the person did not choose another server (X docs since 2024). */
export const defaultApiBase = 'https://api.x.com';
