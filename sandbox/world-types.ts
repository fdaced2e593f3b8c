import type { AvatarVariant, BannerVariant } from './images/facts.ts';

export type { AvatarVariant, BannerVariant };

export type ServerName = 'x' | 'compatible';
export type PictureKind = 'avatar' | 'banner';
export type PictureMime = 'image/jpeg' | 'image/png' | 'image/gif';
export type AccessLevel = 'read' | 'read-write' | 'read-write-directmessages';

/** pending: uploaded, not shown yet (its address answers 404); gone: replaced or removed. */
export type PictureState = 'pending' | 'live' | 'gone';

export interface Picture {
  kind: PictureKind;
  ownerId: string;
  /** Avatar: `<snowflake>/<token>`. Banner: `<user id>/<unix seconds>`. */
  key: string;
  mime: PictureMime;
  state: PictureState;
  /** The full picture; seeds are drawn on first use. */
  bytes: () => Promise<Uint8Array>;
}

export interface SandboxKeys {
  apiKey: string;
  apiKeySecret: string;
  accessToken: string;
  accessTokenSecret: string;
}

export interface SandboxUser {
  /** Decimal digits; beyond 2^53 for most, so never a number. */
  id: string;
  handle: string;
  /** Handles this user had before; X answers "not found" for them. */
  formerHandles: string[];
  name: string;
  description: string;
  location: string;
  /** The address the user typed, not the t.co one; '' for none. */
  url: string;
  createdAtMs: number;
  followers: number;
  following: number;
  posts: number;
  likes: number;
  latestPost: string;
  linkColor: string;
  suspended: boolean;
  verified: boolean;
  /** null: X's default picture. */
  picture: Picture | null;
  banner: Picture | null;
}

/** Somebody who can sign in. The keys are those of an app of their own, with a token made for it. */
export interface SandboxAccount extends SandboxUser {
  keys: SandboxKeys;
  /** What that token may do. */
  access: AccessLevel;
}

/** An app as its settings page on X shows it. */
export interface SandboxApp {
  name: string;
  apiKey: string;
  apiKeySecret: string;
  /** Addresses that a sign-in may go back to; they must match to the letter. */
  callbackUrls: string[];
  /** A "desktop" app: nothing but `oob`, the PIN, is allowed as a callback. */
  oobOnly: boolean;
  /** What tokens made from now on may do; those made before keep what they had. */
  permission: AccessLevel;
  suspended: boolean;
}

/** One account's yes to one app. */
export interface SandboxToken {
  apiKey: string;
  accountId: string;
  accessToken: string;
  accessTokenSecret: string;
  access: AccessLevel;
  revoked: boolean;
}

/** How long after its upload a picture shows. `never`: accepted, and that was that. */
export type ShowDelay = number | 'never';

export interface UploadRecord {
  /** Which server took it: X, or the one that only speaks its language. */
  server: ServerName;
  accountId: string;
  kind: PictureKind;
  bytes: number;
  mime: PictureMime;
  widthPx: number;
  heightPx: number;
  /** The picture's key in its addresses. */
  key: string;
  atMs: number;
  sha256: string;
}
