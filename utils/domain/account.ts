/** The pair of keys that is the app itself, whoever signs in to it (X docs, OAuth 1.0a). */
export interface AppKeys {
  readonly apiKey: string;
  readonly apiKeySecret: string;
}

/** The four keys of an X app and its user (X docs, OAuth 1.0a). Never leaves the extension's own origin. */
export interface AccountKeys extends AppKeys {
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

/**
 * An account as pages show it. Holds no secret. `id` is X's user id, kept as text: it exceeds 2^53. Of
 * another server it is made of the id there and of the server, so that no two servers' users are mixed up.
 */
export interface Account {
  readonly id: string;
  /** The id on its own server, where it is not X. */
  readonly userId?: string | undefined;
  readonly handle: string;
  readonly name: string;
  /** Address of the current picture as the user object named it. */
  readonly pictureUrl: string;
  /** Address of the current banner; empty where there is none; left out where nobody has looked. */
  readonly bannerUrl?: string | undefined;
  /** Where all calls of this account go, such as `https://api.x.com`: an origin, of other servers with a path. */
  readonly apiBase: string;
  readonly access: AccessLevel;
  readonly addedAtMs: number;
  /** The way of reading that worked last; left out until another than the first one had to be used. */
  readonly readBy?: ReadWay | undefined;
  /** Chosen to be used where nothing else says which. */
  readonly isDefault?: boolean | undefined;
}

/** Where calls go when the person did not choose another server (X docs since 2024). */
export const defaultApiBase = 'https://api.x.com';

/** The account to use where nothing else says which: the chosen one, else the first; null without any. */
export const defaultAccountOf = (accounts: readonly Account[]): Account | null =>
  accounts.find(({ isDefault }) => isDefault) ?? accounts[0] ?? null;
