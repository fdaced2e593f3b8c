import { isLongEnough } from './security.ts';

/** How long a passphrase would hold against someone who has a copy of the stored data. */
export type Strength = 'tooShort' | 'weak' | 'fair' | 'strong';

/** Beginnings that guessing programs try first (lists of leaked passwords name these every year). */
const commonStems =
  /^(pass(word|wort|phrase)?|qwert[yz]?|asdf\w*|letmein|welcome|admin|iloveyou|dragon|monkey|football|abc|facelift|twitter|secret)/;

/** Bits that one of those adds, its capitals and disguises included. */
const bitsPerStem = 8;

/** Bits that a word adds which somebody picked: less than the 11 of a word drawn from 2,048. */
const bitsPerWord = 10;

/**
 * At some 2,000 tries a second, which is a generous guess for a large graphics card at this work (46 MiB
 * each): 38 bits hold for about four years on one, 50 for about 18,000.
 */
const fairBits = 38;
const strongBits = 50;

const poolOf = (text: string): number =>
  (/[a-z]/.test(text) ? 26 : 0) +
  (/[A-Z]/.test(text) ? 26 : 0) +
  (/\d/.test(text) ? 10 : 0) +
  (/[^\p{L}\p{N}]/u.test(text) ? 20 : 0) +
  (/\P{ASCII}/u.test(text) ? 60 : 0);

/** Characters that are not simply the one before, or the next or last in order. */
const surprising = (text: string): number => {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return codes.filter((code, index) => Math.abs(code - (codes[index - 1] ?? -9)) > 1).length;
};

/** Bits by letters and bits by words; a guesser would take the cheaper way, so the smaller counts. */
const bitsOf = (text: string): number => {
  const byLetters = surprising(text) * Math.log2(Math.max(2, poolOf(text)));
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const loose = text.replace(/\p{L}{3,}|[\s._-]/gu, '').length;
  const byWords = new Set(words).size * bitsPerWord + loose * 4;
  return words.length >= 2 ? Math.min(byLetters, byWords) : byLetters;
};

const undisguised = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replace(/[4@]/g, 'a')
    .replace(/[5$]/g, 's');

/** A hint, not a promise: what a passphrase is worth by its length, variety and plain patterns. */
export const passphraseStrength = (text: string): Strength => {
  if (!isLongEnough(text)) return 'tooShort';
  const stem = commonStems.exec(undisguised(text))?.[0].length ?? 0;
  const bits = bitsOf(text.slice(stem)) + (stem > 0 ? bitsPerStem : 0);
  if (bits < fairBits) return 'weak';
  return bits < strongBits ? 'fair' : 'strong';
};
