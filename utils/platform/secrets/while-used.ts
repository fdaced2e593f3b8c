import { noteUse } from './auto-lock.ts';

/** A use is noted this often at most; locking counts in minutes. */
const noteEveryMs = 20_000;

/** What only a person does. Typing and pointing count, a page that merely stands open does not. */
const signs = ['pointerdown', 'keydown', 'wheel'] as const;

/** Keeps unlocked keys unlocked while somebody uses a page. */
export const keepUnlockedWhileUsed = (page: Document): void => {
  let notedAtMs = 0;
  const note = ({ isTrusted }: Event): void => {
    const nowMs = Date.now();
    if (!isTrusted || Math.abs(nowMs - notedAtMs) < noteEveryMs) return;
    notedAtMs = nowMs;
    void noteUse();
  };
  for (const sign of signs) page.addEventListener(sign, note, { passive: true, capture: true });
};
