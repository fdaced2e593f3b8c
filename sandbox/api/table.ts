import { updateProfile, verifyCredentials } from './account.ts';
import { updateProfileImage } from './avatar.ts';
import { removeProfileBanner, updateProfileBanner } from './banner.ts';
import { invalidateToken } from './invalidate-token.ts';
import { rateLimitStatus } from './rate-limit-status.ts';
import type { ApiHandler, Endpoint } from './types.ts';
import { usersLookup, usersProfileBanner, usersShow } from './users.ts';
import { v2Me, v2UserById, v2UserByName, v2UsersBy, v2UsersByIds } from './v2.ts';

/**
 * Calls per 15 minutes and token. Printed: X docs, "Rate limits", 2018 to 2020, and v2 pages,
 * 2026. Seen in recorded headers: users/show 900, verify_credentials 75, banner upload 30 (2019).
 * 15 is X's default where it prints none. update_profile is counted, yet its recorded answers
 * carry no headers.
 */
export const endpoints: readonly Endpoint[] = [
  row('GET', '/1.1/account/verify_credentials.json', 'read', 75, verifyCredentials),
  row('GET', '/1.1/users/show.json', 'read', 900, usersShow),
  row('GET', '/1.1/users/lookup.json', 'read', 900, usersLookup),
  row('POST', '/1.1/users/lookup.json', 'read', 900, usersLookup),
  row('GET', '/1.1/users/profile_banner.json', 'read', 180, usersProfileBanner),
  row('POST', '/1.1/account/update_profile_image.json', 'write', 15, updateProfileImage),
  row('POST', '/1.1/account/update_profile_banner.json', 'write', 30, updateProfileBanner),
  row('POST', '/1.1/account/remove_profile_banner.json', 'write', 15, removeProfileBanner),
  {
    ...row('POST', '/1.1/account/update_profile.json', 'write', 15, updateProfile),
    showsLimit: false,
  },
  row('GET', '/1.1/application/rate_limit_status.json', 'read', 180, rateLimitStatus),
  row('POST', '/1.1/oauth/invalidate_token.json', 'read', 15, invalidateToken),
  row('GET', '/2/users/me', 'read', 75, v2Me),
  row('GET', '/2/users', 'read', 900, v2UsersByIds),
  row('GET', '/2/users/by', 'read', 900, v2UsersBy),
  row('GET', '/2/users/by/username/:username', 'read', 900, v2UserByName),
  row('GET', '/2/users/:id', 'read', 900, v2UserById),
];

export function findEndpoint(
  endpoints: readonly Endpoint[],
  method: string,
  path: string,
): { endpoint: Endpoint; pathPart: string } | undefined {
  for (const endpoint of endpoints) {
    if (endpoint.method !== method) continue;
    const [fixed = '', named] = endpoint.path.split(':');
    if (named === undefined && path === fixed) return { endpoint, pathPart: '' };
    const rest = path.slice(fixed.length);
    if (named !== undefined && path.startsWith(fixed) && fits(named, rest)) {
      return { endpoint, pathPart: rest };
    }
  }
  return undefined;
}

/** An `:id` is digits; anything else may be any one part of the path. */
function fits(name: string, part: string): boolean {
  return name === 'id' ? /^\d+$/.test(part) : part !== '' && !part.includes('/');
}

export function row(
  method: Endpoint['method'],
  path: string,
  access: Endpoint['access'],
  limit: number,
  handle: ApiHandler,
): Endpoint {
  return { method, path, access, limit, showsLimit: true, handle };
}
