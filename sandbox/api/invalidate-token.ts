import { jsonAnswer } from './errors.ts';
import type { ApiAnswer, ApiCall } from './types.ts';

/** POST oauth/invalidate_token: the token that signs the call is good for nothing afterwards. */
export function invalidateToken({ token }: ApiCall): ApiAnswer {
  token.revoked = true;
  // The docs' answer names the token; the log must not.
  return jsonAnswer({ access_token: token.accessToken }, 'token given back');
}
