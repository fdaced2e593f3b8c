import { isX } from '../domain/server.ts';

const hashBytes = 8;

/**
 * What an account goes by here: on X its user id, and nothing more. Elsewhere the id with a mark of the
 * server behind it (16 hexadecimal digits of its address's SHA-256), because small servers count from 1.
 */
export const accountIdOf = async (userId: string, apiBase: string): Promise<string> => {
  if (isX(apiBase)) return userId;
  const bytes = new TextEncoder().encode(apiBase);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, hashBytes);
  const mark = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${userId.slice(0, 40)}-${mark}`;
};
