/** What the server tells the page's client about one address. */
export interface PageData {
  /** Handle of the account whose session this is; null for a visitor. */
  viewer: string | null;
  view: PageView;
  users: PageUser[];
  /** Newest first. */
  posts: PagePost[];
  /** Handles for 'Who to follow'. */
  suggestions: string[];
}

/** Path segments after the handle that have the profile header above them (x-dom 1.3). */
export type ProfileTab = 'posts' | 'with_replies' | 'media' | 'likes' | 'highlights' | 'articles';

export type PageView =
  | { kind: 'home' }
  | { kind: 'profile'; handle: string; tab: ProfileTab; overlay: 'photo' | 'header_photo' | null }
  /** Pages of a profile that have no header: followers, lists, a single post. */
  | { kind: 'belowProfile'; handle: string; title: string }
  /** X's own edit dialog, drawn over the viewer's profile. */
  | { kind: 'editProfile' }
  | { kind: 'plain'; title: string }
  | { kind: 'missing' };

export interface PageUser {
  id: string;
  handle: string;
  name: string;
  description: string;
  location: string;
  url: string;
  joinedMs: number;
  followers: number;
  following: number;
  posts: number;
  verified: boolean;
  avatar: { mini: string; x96: string; large: string; original: string };
  banner: string | null;
}

export interface PagePost {
  id: string;
  handle: string;
  text: string;
  atMs: number;
  counts: PostCounts;
  /** File name of a drawing of ours, served by the page's own host. */
  picture: string | null;
  quote: { handle: string; text: string } | null;
}

export interface PostCounts {
  replies: number;
  reposts: number;
  likes: number;
  views: number;
}
