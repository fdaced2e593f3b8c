import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { type Pairs, percentEncode } from './percent-encode.ts';

/** What is signed. `form` only for urlencoded bodies: multipart bodies stay out of the signature. */
export interface SignedRequest {
  readonly method: string;
  /** The address really called, with its query; the signature binds the host. */
  readonly url: string;
  readonly form?: Pairs;
  /** Further oauth_* parameters such as oauth_callback or oauth_verifier. */
  readonly oauth?: Pairs;
}

/** Keys in the shape of `AccountKeys`; the token pair is null or empty before there is one. */
export interface SigningKeys {
  readonly apiKey: string;
  readonly apiKeySecret: string;
  readonly accessToken: string | null;
  readonly accessTokenSecret: string | null;
}

/** What makes a signature unique, given so that signing stays pure. */
export interface SigningMoment {
  /** ASCII letters and digits, never used twice, from a cryptographic source. */
  readonly nonce: string;
  /** Unix time in whole seconds, by X's clock. */
  readonly timestampS: number;
  /** False leaves `oauth_version` out, as the examples of RFC 5849 do. Default true. */
  readonly version?: boolean;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

// Plain comparison of code units: the encoded text is ASCII, and a locale's order would be wrong.
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Joins parameters as RFC 5849 3.4.1.3.2 says: encode, sort by name then value, join with `=` and `&`.
 */
export const normalisedParameters = (pairs: Pairs): string =>
  pairs
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .toSorted((a, b) => byText(a[0], b[0]) || byText(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

/** The base string URI of RFC 5849 3.4.1.2: scheme and host in lower case, no default port, no query. */
export const baseUri = (url: string): string => {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
};

/** The text that is signed (RFC 5849 3.4.1.1): method, base URI and all parameters. */
export const signatureBase = (request: SignedRequest, oauth: Pairs): string => {
  const query = [...new URL(request.url).searchParams];
  const parameters = normalisedParameters([...query, ...(request.form ?? []), ...oauth]);
  return [request.method.toUpperCase(), baseUri(request.url), parameters]
    .map(percentEncode)
    .join('&');
};

const oauthPairs = (request: SignedRequest, keys: SigningKeys, moment: SigningMoment): Pairs => [
  ['oauth_consumer_key', keys.apiKey],
  ['oauth_nonce', moment.nonce],
  ['oauth_signature_method', 'HMAC-SHA1'],
  ['oauth_timestamp', String(moment.timestampS)],
  ...(keys.accessToken ? [['oauth_token', keys.accessToken] as const] : []),
  ...(moment.version === false ? [] : [['oauth_version', '1.0'] as const]),
  ...(request.oauth ?? []),
];

/**
 * The value of the `Authorization` header that signs a request by OAuth 1.0a with HMAC-SHA1 (RFC 5849;
 * X docs, creating a signature, 2024). Pure: same arguments, same header.
 */
export const authorizationHeader = (
  request: SignedRequest,
  credentials: SigningKeys,
  moment: SigningMoment,
): string => {
  const oauth = oauthPairs(request, credentials, moment);
  const secret = `${percentEncode(credentials.apiKeySecret)}&${percentEncode(credentials.accessTokenSecret ?? '')}`;
  const signature = base64(hmac(sha1, bytesOf(secret), bytesOf(signatureBase(request, oauth))));
  return `OAuth ${[...oauth, ['oauth_signature', signature] as const]
    .toSorted((a, b) => byText(a[0], b[0]))
    .map(([name, value]) => `${percentEncode(name)}="${percentEncode(value)}"`)
    .join(', ')}`;
};
