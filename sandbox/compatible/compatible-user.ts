import { rawNumber, twitterDate } from '../api/format.ts';
import type { SandboxUser } from '../world.ts';
import { compatibleAvatarUrl } from './compatible-addresses.ts';

/**
 * A user object with the fields that StatusNet sends (lib/apiaction.php, 1.1, 2013): the id as a number
 * only, no `profile_image_url_https`, no banner, nothing about the picture being the default.
 */
export function compatibleUser(user: SandboxUser, authority: string): Record<string, unknown> {
  return {
    id: rawNumber(user.id),
    name: user.name,
    screen_name: user.handle,
    location: user.location || null,
    description: user.description || null,
    profile_image_url: compatibleAvatarUrl(authority, user),
    url: user.url || null,
    protected: false,
    followers_count: user.followers,
    friends_count: user.following,
    created_at: twitterDate(user.createdAtMs),
    favourites_count: user.likes,
    utc_offset: '0',
    time_zone: 'UTC',
    statuses_count: user.posts,
    following: false,
    statusnet_blocking: false,
    notifications: false,
    statusnet_profile_url: `https://${authority}/${user.handle}`,
  };
}
