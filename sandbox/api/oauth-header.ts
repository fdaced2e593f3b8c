const required = [
  'oauth_consumer_key',
  'oauth_nonce',
  'oauth_signature',
  'oauth_signature_method',
  'oauth_timestamp',
] as const;

export type OauthFields = Record<(typeof required)[number], string> &
  Partial<Record<'oauth_callback' | 'oauth_token' | 'oauth_verifier' | 'oauth_version', string>>;

/**
 * Reads `OAuth name="value", …`. undefined when it is missing, not OAuth, lacks a field, has one
 * twice, or is not percent-encoded properly: X calls all of that bad authentication data.
 */
export function parseOauthHeader(header: string | undefined): OauthFields | undefined {
  const scheme = /^OAuth\s+/i.exec(header ?? '');
  if (!header || !scheme) return undefined;
  const fields = new Map<string, string>();
  for (const part of header.slice(scheme[0].length).split(',')) {
    const pair = /^\s*([A-Za-z0-9_.~%-]+)="([^"]*)"\s*$/.exec(part);
    const name = decode(pair?.[1]);
    const value = decode(pair?.[2]);
    if (name === undefined || value === undefined || fields.has(name)) return undefined;
    // The realm is the one field that is not signed (RFC 5849, 3.4.1.3.1).
    if (name !== 'realm') fields.set(name, value);
  }
  if (!required.every((name) => fields.get(name))) return undefined;
  if ([...fields.keys()].some((name) => !name.startsWith('oauth_'))) return undefined;
  const version = fields.get('oauth_version');
  if (version !== undefined && version !== '1.0') return undefined;
  if (!/^[1-9]\d{0,14}$/.test(fields.get('oauth_timestamp') ?? '')) return undefined;
  return Object.fromEntries(fields) as OauthFields;
}

function decode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
