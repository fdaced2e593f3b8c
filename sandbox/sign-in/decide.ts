import type { World } from '../world.ts';
import type { RequestToken } from './request-tokens.ts';

/** Where a decision leads: a PIN to read, an address to go back to, or nothing but a word of farewell. */
export type Decided =
  | { kind: 'pin'; pin: string }
  | { kind: 'back'; url: string }
  | { kind: 'refused' };

/** An account lets the app in; `undefined` for the account refuses. */
export function decide(
  world: World,
  pending: RequestToken,
  accountId: string | undefined,
): Decided {
  const byPin = pending.callback === 'oob';
  if (accountId === undefined) {
    pending.denied = true;
    return byPin ? { kind: 'refused' } : backTo(pending, { denied: pending.token });
  }
  const verifier = world.requestTokens.grant(pending, accountId);
  if (byPin) return { kind: 'pin', pin: verifier };
  return backTo(pending, { oauth_token: pending.token, oauth_verifier: verifier });
}

function backTo({ callback }: RequestToken, pairs: Record<string, string>): Decided {
  const url = new URL(callback);
  for (const [name, value] of Object.entries(pairs)) url.searchParams.set(name, value);
  return { kind: 'back', url: url.href };
}
