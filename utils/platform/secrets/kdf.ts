import { argon2idAsync } from '@noble/hashes/argon2.js';
import type { KdfParameters } from './records.ts';

/**
 * The work for new passphrases: OWASP, Password Storage Cheat Sheet, read 2026-11 (argon2id, 46 MiB, one
 * pass, one lane). About a second in JavaScript, in both browsers: docs/decisions/secrets.md.
 */
const work = { name: 'argon2id', memoryKib: 47_104, passes: 1, lanes: 1 } as const;

const saltBytes = 16;
const keyBytes = 32;

/** Parameters for a new passphrase: today's work and a salt of their own. */
export const newKdf = (): KdfParameters => ({
  ...work,
  salt: crypto.getRandomValues(new Uint8Array(saltBytes)),
});

/** Whether a passphrase should be wrapped anew because more work is asked for today. */
export const isOutdated = ({ memoryKib, passes, lanes }: KdfParameters): boolean =>
  memoryKib * passes < work.memoryKib * work.passes || lanes !== work.lanes;

/**
 * The key that a passphrase leads to; it can seal and unseal, and not be read. The passphrase is taken
 * in Unicode's form KC, so that the same letters from another keyboard are the same passphrase.
 */
export const deriveKey = async (passphrase: string, kdf: KdfParameters): Promise<CryptoKey> => {
  const bytes = await argon2idAsync(passphrase.normalize('NFKC'), kdf.salt, {
    m: kdf.memoryKib,
    t: kdf.passes,
    p: kdf.lanes,
    dkLen: keyBytes,
  });
  const key = await crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  bytes.fill(0);
  return key;
};
