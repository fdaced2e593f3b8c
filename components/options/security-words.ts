import type { SecurityState } from '../../utils/domain/security.ts';

/** What can be done about the passphrase. */
export type Task = 'set' | 'change' | 'remove';

export const titles: Record<Task, string> = {
  set: 'Set passphrase',
  change: 'Change passphrase',
  remove: 'Remove passphrase',
};

/** What each task means. */
export const notes: Record<Task, string> = {
  set: 'Nobody can recover it for you. If you forget it, you erase everything and add your keys again.',
  change: 'Your keys stay as they are; only the passphrase that leads to them changes.',
  remove: 'Your keys stay encrypted, but whoever can use this browser profile can use them.',
};

export const doneWords: Record<Task, string> = {
  set: 'Your keys are protected by your passphrase now.',
  change: 'From now on the new passphrase counts.',
  remove: 'The passphrase is gone; this browser profile protects your keys.',
};

/** How keys are kept, in a few words and in what that means. */
export const stateWords = ({ protection, isLocked }: SecurityState): readonly [string, string] => {
  if (protection === 'profile')
    return [
      'Protected by this browser profile',
      'Your keys are stored encrypted. Whoever can use this browser profile, or copies all of it, can use them too; a passphrase stops that.',
    ];
  return isLocked
    ? [
        'Protected by your passphrase: locked',
        'Nobody can use your keys until the passphrase is given. Swaps you start wait for it.',
      ]
    : [
        'Protected by your passphrase: unlocked',
        'Without the passphrase a copy of this profile is of no use. Your keys are locked when the browser is closed.',
      ];
};
