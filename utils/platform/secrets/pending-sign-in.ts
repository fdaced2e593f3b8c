import { browser } from 'wxt/browser';
import type { AccountKeys } from '../../domain/account.ts';
import { isCount, isText, parserOf } from '../../domain/record-shape.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { signInLifeMs } from '../../domain/sign-in.ts';
import { fromBase64, toBase64 } from '../base64.ts';
import { announce } from '../changes.ts';
import { keysIn, sealJson } from './account-seal.ts';
import { openKey } from './vault.ts';

/** What of a sign-in under way is no secret. */
export interface PendingSignIn {
  readonly id: string;
  readonly apiBase: string;
  /** `oob`, or the address that the answer comes back to. */
  readonly callback: string;
  readonly startedAtMs: number;
}

interface Stored extends PendingSignIn {
  readonly keyId: string;
  readonly iv: string;
  readonly bytes: string;
}

const item = 'signIn';
const alarmName = 'sign-in-over';

const parse = parserOf<Stored>({
  id: isText,
  apiBase: isText,
  callback: isText,
  startedAtMs: isCount,
  keyId: isText,
  iv: isText,
  bytes: isText,
});

/** Sealed like an account's keys, but as what it is: neither opens in the other's place. */
const boundTo = (id: string): string => `sign-in/${id}`;

const stored = async (nowMs: number): Promise<Stored | null> => {
  const found = parse((await browser.storage.session.get(item))[item]);
  const isOver = !found || nowMs >= found.startedAtMs + signInLifeMs || nowMs < found.startedAtMs;
  return isOver ? null : found;
};

/**
 * Keeps a sign-in in memory, instead of one there may be: its app's two keys and its request token, sealed,
 * until it is dropped, its time is over or the browser closes. Error: `locked`.
 */
export const keepSignIn = async (
  pending: PendingSignIn,
  keys: AccountKeys,
): Promise<Result<null, { readonly kind: 'locked' }>> => {
  const open = await openKey();
  if (!open.ok) return open;
  const { keyId, sealed } = await sealJson(open.value, boundTo(pending.id), keys);
  const record: Stored = {
    ...pending,
    keyId,
    iv: toBase64(sealed.iv),
    bytes: toBase64(sealed.bytes),
  };
  await browser.storage.session.set({ [item]: record });
  await browser.alarms.create(alarmName, { when: pending.startedAtMs + signInLifeMs });
  announce('signIn');
  return ok(null);
};

/** The sign-in under way without its secrets; null where there is none. */
export const pendingSignIn = async (nowMs: number): Promise<PendingSignIn | null> => {
  const found = await stored(nowMs);
  if (!found) return null;
  const { id, apiBase, callback, startedAtMs } = found;
  return { id, apiBase, callback, startedAtMs };
};

/**
 * The keys of the sign-in under way: the app's two and, as the other two, its request token. Errors:
 * `noSignIn`, also where the keys were put under a passphrase since; `locked`.
 */
export const signInKeys = async (
  nowMs: number,
): Promise<Result<AccountKeys, { readonly kind: 'noSignIn' | 'locked' }>> => {
  const found = await stored(nowMs);
  if (!found) return err({ kind: 'noSignIn' });
  const open = await openKey();
  if (!open.ok) return open;
  const [iv, bytes] = [fromBase64(found.iv), fromBase64(found.bytes)];
  if (!iv || !bytes) return err({ kind: 'noSignIn' });
  const { id, keyId } = found;
  const record = { accountId: boundTo(id), version: 1, keyId, sealed: { iv, bytes } } as const;
  const keys = await keysIn(record, open.value);
  return keys ? ok(keys) : err({ kind: 'noSignIn' });
};

/** Forgets the sign-in under way, if there is one. */
export const dropSignIn = async (): Promise<void> => {
  await browser.storage.session.remove(item);
  await browser.alarms.clear(alarmName);
  announce('signIn');
};

/** Forgets a sign-in whose time is over, and tells of it. Call while the worker starts. */
export const serveSignInEnd = (onOver: () => void): void => {
  const dropIfOver = async (): Promise<void> => {
    if ((await stored(Date.now())) !== null) return;
    await dropSignIn();
    onOver();
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void dropIfOver();
  });
};
