import type { Sealed } from './records.ts';

/** AES-GCM's own size of IV (NIST SP 800-38D, 5.2.1.1). */
const ivBytes = 12;
const dataKeyBytes = 32;

const algorithm = (iv: Uint8Array<ArrayBuffer>, boundTo: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(boundTo),
});

/** Seals bytes under a key with a fresh random IV. They open only with the same `boundTo`. */
export const seal = async (
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  boundTo: string,
): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const bytes = await crypto.subtle.encrypt(algorithm(iv, boundTo), key, plain);
  return { iv, bytes: new Uint8Array(bytes) };
};

/** What was sealed; null where the key, the bytes or `boundTo` are not those of the sealing. */
export const unseal = async (
  key: CryptoKey,
  { iv, bytes }: Sealed,
  boundTo: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, boundTo), key, bytes));
  } catch {
    return null;
  }
};

/** 32 random bytes for a data key that a passphrase will wrap. */
export const newDataKey = (): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(dataKeyBytes));

/** A data key ready for use, which cannot be read again. */
export const importDataKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** A data key that never was outside the browser's own keeping, and never will be. */
export const newProfileKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: dataKeyBytes * 8 }, false, [
    'encrypt',
    'decrypt',
  ]);
