import { browser } from 'wxt/browser';
import { isCount, isText, parserOf } from '../../domain/record-shape.ts';
import { fromBase64, toBase64 } from '../base64.ts';

/** An unlocked data key. It stands in memory only: the browser drops it when it is closed. */
export interface SessionKey {
  readonly keyId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Unix ms from which it counts as locked, even if nobody came to drop it. */
  readonly lockAtMs: number;
}

const item = 'unlockedKey';

const parse = parserOf<{ keyId: string; key: string; lockAtMs: number }>({
  keyId: isText,
  key: isText,
  lockAtMs: isCount,
});

/** Keeps the unlocked key until `lockAtMs` or the end of the session. */
export const keepSessionKey = ({ keyId, bytes, lockAtMs }: SessionKey): Promise<void> =>
  browser.storage.session.set({ [item]: { keyId, key: toBase64(bytes), lockAtMs } });

/** The unlocked key; null where it is locked, or its time is over. */
export const sessionKey = async (nowMs: number): Promise<SessionKey | null> => {
  const stored = parse((await browser.storage.session.get(item))[item]);
  if (!stored || stored.lockAtMs <= nowMs) return null;
  const bytes = fromBase64(stored.key);
  return bytes && { keyId: stored.keyId, bytes, lockAtMs: stored.lockAtMs };
};

/** Forgets the unlocked key. */
export const dropSessionKey = (): Promise<void> => browser.storage.session.remove(item);

/**
 * Bars content scripts from every storage area. `session` is barred by default, `local` and `sync` are
 * not: this program keeps nothing there, and so nobody shall fill them in its name. Firefox (ESR 153)
 * cannot bar them from those two: what is put there is taken away at once. Call while the worker starts.
 */
export const barContentScripts = async (): Promise<void> => {
  const { session, local, sync } = browser.storage;
  const isBarred = await Promise.allSettled(
    [session, local, sync].map(async (area) => {
      if (!area.setAccessLevel) throw new Error('this browser has no such call');
      await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    }),
  );
  if (isBarred.every(({ status }) => status === 'fulfilled')) return;
  await Promise.allSettled([local.clear(), sync.clear()]);
};

const takeAway = async (area: 'local' | 'sync', keys: readonly string[]): Promise<void> => {
  const storage = browser.storage[area];
  // Only what is there: taking away is a change, too.
  const all = await storage.get(null);
  const there = keys.filter((key) => Object.hasOwn(all, key));
  if (there.length > 0) await storage.remove(there);
};

/** Takes away whatever somebody put into areas that this program keeps nothing in. Call while the worker starts. */
export const clearWhatIsNotOurs = (): void => {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local' && area !== 'sync') return;
    void takeAway(area, Object.keys(changes)).catch(() => undefined);
  });
};
