import { createHash, randomInt } from 'node:crypto';

/** Start of X's snowflake time: 2010-11-04T01:42:54.657Z. */
const snowflakeEpochMs = 1_288_834_974_657n;
const tokenAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const plainAlphabet = tokenAlphabet.slice(0, 62);

let sequence = 0;

/** A 64-bit id that carries the time; the low bits count, as X's do within a millisecond. */
export function newSnowflake(nowMs: number): string {
  sequence = (sequence + 1) % 4096;
  return String(snowflakeAt(nowMs) + BigInt(sequence));
}

/** The first id of a millisecond: for seeds, whose ids must not depend on today. */
export function snowflakeAt(timeMs: number): bigint {
  return (BigInt(Math.trunc(timeMs)) - snowflakeEpochMs) << 22n;
}

/** The name part of a picture's address: 8 characters since 2013. */
export function newPictureToken(): string {
  return Array.from({ length: 8 }, () => tokenAlphabet[randomInt(64)]).join('');
}

/** Letters and digits that are always the same for the same seed. */
export function derivedToken(seed: string, length: number): string {
  let text = '';
  for (let round = 0; text.length < length; round += 1) {
    for (const byte of createHash('sha256').update(`${seed}#${round}`).digest()) {
      text += plainAlphabet[byte % plainAlphabet.length];
    }
  }
  return text.slice(0, length);
}
