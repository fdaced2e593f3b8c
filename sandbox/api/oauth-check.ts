import { createHmac, timingSafeEqual } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import type { SandboxAccount, World } from '../world.ts';
import { parseOauthHeader, type OauthFields } from './oauth-header.ts';
import type { ApiRequest, ParsedBody } from './types.ts';

/** Undocumented; clients report 135 from some minutes on. */
const timestampWindowS = 5 * 60;

export type OauthRefusal = 32 | 89 | 135 | 215;

export type OauthVerdict =
  | { ok: true; account: SandboxAccount }
  | { ok: false; code: OauthRefusal; why: string };

/** Verifies OAuth 1.0a and remembers nonces. */
export class OauthChecker {
  readonly #usedNonces = new Map<string, number>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  reset(): void {
    this.#usedNonces.clear();
  }

  check(request: ApiRequest, body: ParsedBody, nowMs: number): OauthVerdict {
    const fields = parseOauthHeader(request.headers['authorization']);
    if (!fields) return refuse(215, 'Authorization header missing or malformed');
    const accounts = this.#world.accounts;
    if (!accounts.some((one) => equal(one.keys.apiKey, fields.oauth_consumer_key))) {
      return refuse(32, 'unknown API key');
    }
    const account = accounts.find((one) => equal(one.keys.accessToken, fields.oauth_token));
    if (!account || account.revoked) return refuse(89, 'unknown or revoked access token');
    const offS = Number(fields.oauth_timestamp) - nowMs / 1000;
    if (Math.abs(offS) > timestampWindowS) {
      return refuse(135, `timestamp off by ${Math.round(offS)} s`);
    }
    const expected = signatureFor(request, body, fields, account);
    if (expected === undefined) return refuse(32, 'a parameter is given twice');
    // A token of one app used with the key of another fails here, by its secret.
    if (!equal(expected, fields.oauth_signature)) return refuse(32, 'signature does not match');
    // X tells a replay from a bad signature by nothing: both "could not authenticate you".
    if (!this.#firstUse(fields, nowMs)) return refuse(32, 'nonce used before');
    return { ok: true, account };
  }

  #firstUse(fields: OauthFields, nowMs: number): boolean {
    const nowS = nowMs / 1000;
    for (const [key, timestampS] of this.#usedNonces) {
      // Outside twice the window a replay is refused by its timestamp anyway.
      if (Math.abs(timestampS - nowS) > 2 * timestampWindowS) this.#usedNonces.delete(key);
    }
    const key = `${fields.oauth_token} ${fields.oauth_timestamp} ${fields.oauth_nonce}`;
    if (this.#usedNonces.has(key)) return false;
    this.#usedNonces.set(key, Number(fields.oauth_timestamp));
    return true;
  }
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
  account: Pick<SandboxAccount, 'keys'>,
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
    consumer: { key: account.keys.apiKey, secret: account.keys.apiKeySecret },
    signature_method: 'HMAC-SHA1',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  });
  const url = `https://${request.authority}${request.path}`;
  // Without a prototype, so that a parameter called __proto__ is a parameter like any other.
  const data = Object.assign(Object.create(null), Object.fromEntries(pairs)) as object;
  return oauth.getSignature(
    { method: request.method, url, data },
    account.keys.accessTokenSecret,
    // Its type asks for a number and a version; it only ever prints what it is given.
    { ...signed } as unknown as OAuth.Data,
  );
}

function refuse(code: OauthRefusal, why: string): OauthVerdict {
  return { ok: false, code, why };
}

/** Takes as long for a nearly right text as for a wrong one. */
function equal(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

/** timingSafeEqual wants equal lengths; digests have them. */
function digest(text: string): Buffer {
  return createHmac('sha256', 'compare').update(text).digest();
}
