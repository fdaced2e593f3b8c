import { jsonAnswer } from './errors.ts';
import type { ApiAnswer, ApiCall } from './types.ts';

/**
 * What the call lists, by family, under the names it uses (tweepy's recording of 2014; the picture calls
 * are not in it). Windows that nobody opened end a quarter of an hour from now.
 */
const listed: Record<string, Record<string, string>> = {
  account: {
    '/account/verify_credentials': '/1.1/account/verify_credentials.json',
    '/account/update_profile': '/1.1/account/update_profile.json',
  },
  application: {
    '/application/rate_limit_status': '/1.1/application/rate_limit_status.json',
  },
  users: {
    '/users/show/:id': '/1.1/users/show.json',
    '/users/lookup': '/1.1/users/lookup.json',
    '/users/profile_banner': '/1.1/users/profile_banner.json',
  },
};

/** GET application/rate_limit_status; `resources` is a list of families. */
export function rateLimitStatus(call: ApiCall): ApiAnswer {
  const asked = call.param('resources')?.split(',').filter(Boolean);
  const families = Object.entries(listed).filter(([name]) => asked?.includes(name) ?? true);
  const resources = families.map(([family, names]) => {
    const rows = Object.entries(names).map(([name, path]) => {
      const rate = call.rateOf(path);
      return [name, rate && { limit: rate.limit, remaining: rate.remaining, reset: rate.resetS }];
    });
    return [family, Object.fromEntries(rows)];
  });
  return jsonAnswer({
    rate_limit_context: { access_token: call.token.accessToken },
    resources: Object.fromEntries(resources),
  });
}
