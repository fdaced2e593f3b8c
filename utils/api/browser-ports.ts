import type { ApiPorts } from './transport.ts';

const nonceBytes = 16;

/** The browser's own network, clock and cryptographic randomness. A nonce is 32 hexadecimal digits. */
export const browserApiPorts: ApiPorts = {
  fetch: (url, init) => fetch(url, init),
  nowMs: () => Date.now(),
  nonce: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(nonceBytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
};
