/** What keys are encrypted under: a key this browser profile holds, or one only a passphrase leads to. */
export type Protection = 'profile' | 'passphrase';

/** How the keys are kept right now. Holds no secret. */
export interface SecurityState {
  readonly protection: Protection;
  /** Only ever true under a passphrase. */
  readonly isLocked: boolean;
  readonly autoLockMinutes: number;
  /** Unix ms before which no passphrase is tried; null where one may be tried now. */
  readonly notBeforeMs: number | null;
}

/** Why the keys of an account could not be had. `locked` passes once the person unlocks them. */
export type SecretsError =
  | { readonly kind: 'locked' }
  | { readonly kind: 'accountGone' }
  /** Damaged, or sealed under a key that is no more: only adding the account again helps. */
  | { readonly kind: 'unreadable' };

/** Why something asked for with a passphrase was not done. Nothing is lost in any case. */
export type PassphraseError =
  /** `notBeforeMs` (Unix) is set where the next attempt has to wait. */
  | { readonly kind: 'wrongPassphrase'; readonly notBeforeMs: number | null }
  | { readonly kind: 'tooSoon'; readonly notBeforeMs: number }
  | { readonly kind: 'tooShort' }
  | { readonly kind: 'locked' }
  /** Asked of keys that are protected the other way, as when two pages act at once. */
  | { readonly kind: 'notNow' }
  | { readonly kind: 'notReached' };

/** Shortest passphrase taken: NIST SP 800-63B, 3.1.1, for one chosen by a person. Counted in characters. */
export const minPassphraseLength = 8;

/** Longest taken, in UTF-16 units: room for any sentence, and a bound on what is hashed. */
export const maxPassphraseLength = 1000;

/** Wrong passphrases that cost nothing: people mistype. */
const freeFailures = 3;

/** Pauses after the fourth wrong passphrase and each one more, in ms. The last is kept. */
const pausesMs: readonly number[] = [5_000, 15_000, 30_000, 60_000, 120_000, 300_000];

/** How long no passphrase is tried after so many wrong ones in a row, in ms. */
export const pauseAfterMs = (failures: number): number =>
  failures <= freeFailures
    ? 0
    : (pausesMs[Math.min(failures - freeFailures, pausesMs.length) - 1] ?? 0);

/**
 * When the next passphrase may be tried, Unix ms; null where it may be now. A clock that was set back
 * since the last failure lengthens no pause.
 */
export const notBefore = (
  { failures, lastFailureAtMs }: { readonly failures: number; readonly lastFailureAtMs: number },
  nowMs: number,
): number | null => {
  const atMs = Math.min(lastFailureAtMs, nowMs) + pauseAfterMs(failures);
  return atMs > nowMs ? atMs : null;
};

/** Whether a text will do as a passphrase at all. */
export const isLongEnough = (passphrase: string): boolean =>
  [...passphrase].length >= minPassphraseLength && passphrase.length <= maxPassphraseLength;
