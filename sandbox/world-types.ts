import type { AvatarVariant, BannerVariant } from './images/facts.ts';

export type { AvatarVariant, BannerVariant };

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

export interface SandboxAccount extends SandboxUser {
  keys: SandboxKeys;
  access: AccessLevel;
  revoked: boolean;
}

export interface UploadRecord {
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
