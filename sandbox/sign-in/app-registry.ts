import { randomBytes } from 'node:crypto';
import type { AccessLevel, SandboxApp, SandboxKeys, SandboxToken } from '../world-types.ts';

export type NewApp = Partial<SandboxApp>;

/** Which apps there are, and which accounts have let them in. */
export class AppRegistry {
  apps: SandboxApp[] = [];
  tokens: SandboxToken[] = [];

  clear(): void {
    this.apps = [];
    this.tokens = [];
  }

  add(wanted: NewApp = {}): SandboxApp {
    const app: SandboxApp = {
      name: `App ${this.apps.length + 1}`,
      apiKey: freshToken(25),
      apiKeySecret: freshToken(50),
      callbackUrls: [],
      oobOnly: false,
      permission: 'read-write',
      suspended: false,
      ...wanted,
    };
    if (this.find(app.apiKey))
      throw new Error(`An app with the key "${app.apiKey}" exists already`);
    this.apps.push(app);
    return app;
  }

  find(apiKey: string): SandboxApp | undefined {
    return this.apps.find((app) => app.apiKey === apiKey);
  }

  /** The app and token behind keys that were made up beforehand. */
  addKeys(keys: SandboxKeys, name: string, accountId: string, access: AccessLevel): void {
    const { apiKey, apiKeySecret, accessToken, accessTokenSecret } = keys;
    this.add({ name, apiKey, apiKeySecret, permission: access });
    this.tokens.push({ apiKey, accountId, accessToken, accessTokenSecret, access, revoked: false });
  }

  tokenOf(accessToken: string | undefined): SandboxToken | undefined {
    return this.tokens.find((token) => token.accessToken === accessToken);
  }

  /**
   * Lets an app in. Who does so again gets the token there already is; after a change of the app's
   * permission a new one, and the old one stays what it was (X docs, "App permissions", 2026).
   */
  grant(app: SandboxApp, accountId: string, access: AccessLevel): SandboxToken {
    const { apiKey } = app;
    const kept = this.tokens.find(
      (token) =>
        token.apiKey === apiKey &&
        token.accountId === accountId &&
        token.access === access &&
        !token.revoked,
    );
    if (kept) return kept;
    const token: SandboxToken = {
      apiKey,
      accountId,
      accessToken: `${accountId}-${freshToken(40)}`,
      accessTokenSecret: freshToken(45),
      access,
      revoked: false,
    };
    this.tokens.push(token);
    return token;
  }

  /** All tokens of an account, or those of one app alone; calls with them answer 89 from now on. */
  revoke(accountId: string, apiKey?: string): void {
    for (const token of this.tokens) {
      const meant = apiKey === undefined || token.apiKey === apiKey;
      if (token.accountId === accountId && meant) token.revoked = true;
    }
  }
}

/** Letters and digits nobody can guess. */
export function freshToken(length: number): string {
  let text = '';
  while (text.length < length) {
    text += randomBytes(length)
      .toString('base64')
      .replace(/[^A-Za-z0-9]/g, '');
  }
  return text.slice(0, length);
}
