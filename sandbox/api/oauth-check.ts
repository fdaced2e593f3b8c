import type { RequestToken } from '../sign-in/request-tokens.ts';
import type { SandboxAccount, SandboxApp, SandboxToken, World } from '../world.ts';
import { parseOauthHeader, type OauthFields } from './oauth-header.ts';
import { equal, signatureFor } from './signature.ts';
import type { ApiRequest, ParsedBody } from './types.ts';

/** Undocumented; clients report 135 from some minutes on. */
const timestampWindowS = 5 * 60;

export type OauthRefusal = 32 | 89 | 135 | 215 | 416;

interface Refused {
  ok: false;
  code: OauthRefusal;
  why: string;
}

/** Whose call it is, once an access token has signed it. */
export interface Caller {
  ok: true;
  app: SandboxApp;
  token: SandboxToken;
  account: SandboxAccount;
}

/** A call on the way to a token: signed by the app alone, or with a request token too. */
export interface SigningIn {
  ok: true;
  app: SandboxApp;
  fields: OauthFields;
  /** As far as one was named. Known, but perhaps no longer good. */
  requestToken?: RequestToken;
}

/** A request as it came, with its body read. */
export interface Asked {
  request: ApiRequest;
  body: ParsedBody;
  nowMs: number;
}

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

  /** A call with an access token: everything but the sign-in itself. */
  check(asked: Asked): Caller | Refused {
    const read = this.#readApp(asked);
    if (!read.ok) return read;
    const { fields, app } = read;
    if (!fields.oauth_token) return refuse(215, 'no token');
    const token = this.#world.apps.tokens.find((one) =>
      equal(one.accessToken, fields.oauth_token ?? ''),
    );
    const account = token && this.#world.accountOf(token.accountId);
    if (!account || token.revoked) return refuse(89, 'unknown or revoked access token');
    const wrong = this.#verify(asked, fields, app, token.accessTokenSecret);
    if (wrong) return wrong;
    if (token.apiKey !== app.apiKey) return refuse(32, 'the token of another app');
    if (app.suspended) return refuse(416, 'app suspended');
    return { ok: true, app, token, account };
  }

  /** A call of the sign-in. A request token that is not known signs with nothing. */
  checkSigningIn(asked: Asked): SigningIn | Refused {
    const read = this.#readApp(asked);
    if (!read.ok) return read;
    const { fields, app } = read;
    const found = this.#world.requestTokens.find(fields.oauth_token);
    const requestToken = found?.apiKey === app.apiKey ? found : undefined;
    // An unknown token has no secret to check with; it is refused later, by a text of its own.
    if (!fields.oauth_token || requestToken) {
      const wrong = this.#verify(asked, fields, app, requestToken?.secret ?? '');
      if (wrong) return wrong;
    }
    return { ok: true, app, fields, ...(requestToken && { requestToken }) };
  }

  #readApp({ request }: Asked): { ok: true; fields: OauthFields; app: SandboxApp } | Refused {
    const fields = parseOauthHeader(request.headers['authorization']);
    if (!fields) return refuse(215, 'Authorization header missing or malformed');
    const app = this.#world.apps.apps.find((one) => equal(one.apiKey, fields.oauth_consumer_key));
    return app ? { ok: true, fields, app } : refuse(32, 'unknown API key');
  }

  #verify(
    { request, body, nowMs }: Asked,
    fields: OauthFields,
    app: SandboxApp,
    tokenSecret: string,
  ): Refused | undefined {
    const offS = Number(fields.oauth_timestamp) - nowMs / 1000;
    if (Math.abs(offS) > timestampWindowS) {
      return refuse(135, `timestamp off by ${Math.round(offS)} s`);
    }
    const secrets = { apiKeySecret: app.apiKeySecret, tokenSecret };
    const expected = signatureFor(request, body, fields, secrets);
    if (expected === undefined) return refuse(32, 'a parameter is given twice');
    if (!equal(expected, fields.oauth_signature)) return refuse(32, 'signature does not match');
    // X tells a replay from a bad signature by nothing: both "could not authenticate you".
    if (!this.#firstUse(fields, nowMs)) return refuse(32, 'nonce used before');
    return undefined;
  }

  #firstUse(fields: OauthFields, nowMs: number): boolean {
    const nowS = nowMs / 1000;
    for (const [key, timestampS] of this.#usedNonces) {
      // Outside twice the window a replay is refused by its timestamp anyway.
      if (Math.abs(timestampS - nowS) > 2 * timestampWindowS) this.#usedNonces.delete(key);
    }
    const signer = fields.oauth_token ?? fields.oauth_consumer_key;
    const key = `${signer} ${fields.oauth_timestamp} ${fields.oauth_nonce}`;
    if (this.#usedNonces.has(key)) return false;
    this.#usedNonces.set(key, Number(fields.oauth_timestamp));
    return true;
  }
}

function refuse(code: OauthRefusal, why: string): Refused {
  return { ok: false, code, why };
}
