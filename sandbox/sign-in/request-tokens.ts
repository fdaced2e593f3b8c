import { randomInt } from 'node:crypto';
import type { AccessLevel, SandboxApp } from '../world-types.ts';
import { freshToken } from './app-registry.ts';
import { maxWrongVerifiers, requestTokenLifeMs } from './sign-in-facts.ts';

/** A sign-in under way. */
export interface RequestToken {
  token: string;
  secret: string;
  apiKey: string;
  /** `oob`: the person carries a PIN over. */
  callback: string;
  access: AccessLevel;
  madeAtMs: number;
  /** Who said yes; the verifier is what they carry back. */
  grantedBy?: { accountId: string; verifier: string };
  denied: boolean;
  used: boolean;
  wrongVerifiers: number;
}

export class RequestTokens {
  #all: RequestToken[] = [];

  clear(): void {
    this.#all = [];
  }

  make(app: SandboxApp, callback: string, access: AccessLevel, nowMs: number): RequestToken {
    const made: RequestToken = {
      token: freshToken(27),
      secret: freshToken(32),
      apiKey: app.apiKey,
      callback,
      access,
      madeAtMs: nowMs,
      denied: false,
      used: false,
      wrongVerifiers: 0,
    };
    this.#all.push(made);
    return made;
  }

  find(token: string | undefined): RequestToken | undefined {
    return this.#all.find((one) => one.token === token);
  }

  /** Whether a person may still decide about it. */
  isOpen(one: RequestToken, nowMs: number): boolean {
    return this.isAlive(one, nowMs) && !one.grantedBy;
  }

  isAlive(one: RequestToken, nowMs: number): boolean {
    const inTime = nowMs < one.madeAtMs + requestTokenLifeMs;
    return inTime && !one.used && !one.denied && one.wrongVerifiers < maxWrongVerifiers;
  }

  /** Returns the verifier: a PIN of seven digits, or a long one for an address. */
  grant(one: RequestToken, accountId: string): string {
    const pin = String(randomInt(0, 10_000_000)).padStart(7, '0');
    const verifier = one.callback === 'oob' ? pin : freshToken(32);
    one.grantedBy = { accountId, verifier };
    return verifier;
  }
}
