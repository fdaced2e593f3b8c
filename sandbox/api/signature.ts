import { createHmac, timingSafeEqual } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import type { OauthFields } from './oauth-header.ts';
import type { ApiRequest, ParsedBody } from './types.ts';

export interface Secrets {
  apiKeySecret: string;
  /** '' where there is no token yet. */
  tokenSecret: string;
}

/**
 * The signature the client should have made, by the oauth-1.0a package, which the client does not
 * use. Several of its habits are worked around (2.2.6):
 * - it leaves host case and default ports as they are, so the URL arrives here normalised;
 * - its query parser loses values with a second `=`, keeps `+`, and encodes names twice, so the
 *   URL goes in without a query and the pairs as data;
 * - it merges query and body into one object, so a name in both would drop out unseen. X's docs
 *   ("Creating a signature") say that names may not repeat: undefined then.
 */
export function signatureFor(
  request: Pick<ApiRequest, 'method' | 'authority' | 'path' | 'rawQuery'>,
  body: Pick<ParsedBody, 'kind' | 'fields'>,
  fields: OauthFields,
  secrets: Secrets,
): string | undefined {
  const { oauth_signature: _signature, ...signed } = fields;
  const pairs = [
    ...new URLSearchParams(request.rawQuery),
    // RFC 5849, 3.4.1.3.1: only a form body takes part; multipart and JSON do not.
    ...(body.kind === 'urlencoded' ? body.fields : []),
  ];
  const names = new Set([...Object.keys(signed), ...pairs.map(([name]) => name)]);
  if (names.size !== Object.keys(signed).length + pairs.length) return undefined;
  if (signed.oauth_signature_method !== 'HMAC-SHA1') return '';
  const oauth = new OAuth({
    consumer: { key: fields.oauth_consumer_key, secret: secrets.apiKeySecret },
    signature_method: 'HMAC-SHA1',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  });
  const url = `https://${request.authority}${request.path}`;
  // Without a prototype, so that a parameter called __proto__ is a parameter like any other.
  const data = Object.assign(Object.create(null), Object.fromEntries(pairs)) as object;
  return oauth.getSignature(
    { method: request.method, url, data },
    secrets.tokenSecret,
    // Its type asks for a number and a version; it only ever prints what it is given.
    { ...signed } as unknown as OAuth.Data,
  );
}

/** Takes as long for a nearly right text as for a wrong one. */
export function equal(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

/** timingSafeEqual wants equal lengths; digests have them. */
function digest(text: string): Buffer {
  return createHmac('sha256', 'compare').update(text).digest();
}
