import { derivedToken, snowflakeAt } from '../core/ids.ts';
import type { SandboxUser, World } from '../world.ts';
import { rawNumber, twitterDate } from './format.ts';

export interface UserObjectOptions {
  entities: boolean;
  status: boolean;
  /** verify_credentials alone tells an account about itself. */
  own?: boolean;
}

interface LinkEntity {
  url: string;
  expanded_url: string;
  display_url: string;
  indices: [number, number];
}

/** Fields of the look of old profile pages: still sent, the same for everybody. */
const retiredLook = {
  profile_background_color: 'F5F8FA',
  profile_background_image_url: null,
  profile_background_image_url_https: null,
  profile_background_tile: false,
  profile_sidebar_border_color: 'C0DEED',
  profile_sidebar_fill_color: 'DDEEF6',
  profile_text_color: '333333',
  profile_use_background_image: true,
  has_extended_profile: false,
};

/** A v1.1 user object with the fields of recordings from 2019 to 2021. */
export function userObject(
  user: SandboxUser,
  world: World,
  options: UserObjectOptions,
): Record<string, unknown> {
  const description = linked(user.description);
  const link = user.url ? linked(user.url) : undefined;
  const banner = world.bannerUrl(user);
  const avatar = world.avatarUrl(user);
  return {
    id: rawNumber(user.id),
    id_str: user.id,
    name: user.name,
    screen_name: user.handle,
    location: user.location,
    profile_location: null,
    description: description.text,
    url: link ? link.text : null,
    ...(options.entities && {
      entities: {
        ...(link && { url: { urls: link.entities } }),
        description: { urls: description.entities },
      },
    }),
    protected: false,
    followers_count: user.followers,
    friends_count: user.following,
    listed_count: Math.floor(user.followers / 90),
    created_at: twitterDate(user.createdAtMs),
    favourites_count: user.likes,
    utc_offset: null,
    time_zone: null,
    geo_enabled: false,
    verified: user.verified,
    statuses_count: user.posts,
    lang: null,
    ...(options.status && user.posts > 0 && { status: statusObject(user, options.entities) }),
    contributors_enabled: false,
    is_translator: false,
    is_translation_enabled: false,
    profile_image_url: avatar.replace('https:', 'http:'),
    profile_image_url_https: avatar,
    ...(banner !== undefined && { profile_banner_url: banner }),
    profile_link_color: user.linkColor,
    ...retiredLook,
    default_profile: user.linkColor === '1DA1F2',
    default_profile_image: user.picture === null,
    following: false,
    follow_request_sent: false,
    notifications: false,
    translator_type: 'none',
    ...(options.own && { suspended: user.suspended, needs_phone_verification: false }),
  };
}

function statusObject(user: SandboxUser, entities: boolean): Record<string, unknown> {
  const createdAtMs = user.createdAtMs + 90 * 86_400_000;
  const id = String(snowflakeAt(createdAtMs) + 5n);
  return {
    created_at: twitterDate(createdAtMs),
    id: rawNumber(id),
    id_str: id,
    text: user.latestPost,
    truncated: false,
    ...(entities && { entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] } }),
    source: '<a href="https://x.com" rel="nofollow">Web App</a>',
    in_reply_to_status_id: null,
    in_reply_to_status_id_str: null,
    in_reply_to_user_id: null,
    in_reply_to_user_id_str: null,
    in_reply_to_screen_name: null,
    geo: null,
    coordinates: null,
    place: null,
    contributors: null,
    is_quote_status: false,
    retweet_count: user.posts % 7,
    favorite_count: user.posts % 41,
    favorited: false,
    retweeted: false,
    lang: 'en',
  };
}

/** X's short link for an address; always the same one. */
export function shortLink(url: string): string {
  return `https://t.co/${derivedToken(url, 10)}`;
}

/** Replaces addresses in a text by short links, with the entities that undo it. */
export function linked(source: string): { text: string; entities: LinkEntity[] } {
  const entities: LinkEntity[] = [];
  let text = '';
  let readTo = 0;
  for (const match of source.matchAll(/https?:\/\/[^\s]+/g)) {
    text += source.slice(readTo, match.index);
    const url = shortLink(match[0]);
    // Indices count code points, as X's do; an emoji before the link must not shift them.
    const start = [...text].length;
    entities.push({
      url,
      expanded_url: match[0],
      display_url: match[0].replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''),
      indices: [start, start + url.length],
    });
    text += url;
    readTo = match.index + match[0].length;
  }
  return { text: text + source.slice(readTo), entities };
}
