import type { ErrorText } from './api-error-texts.ts';

/** Why the extension's database cannot be used. In each case what is stored stays as it is. */
export type StorageProblem =
  /** Written by a newer version of the extension than the one running. */
  | { readonly kind: 'newerData'; readonly knownVersion: number }
  /** A step from one version to the next failed and was taken back. */
  | {
      readonly kind: 'upgradeFailed';
      readonly fromVersion: number;
      readonly toVersion: number;
      readonly message: string;
    }
  /** Keys of an older version could not be encrypted. */
  | { readonly kind: 'sealFailed'; readonly message: string }
  /** A page of the extension inside a private window, where Firefox gives it no database. */
  | { readonly kind: 'privateWindow' }
  /** The browser refuses storage: disk full, profile damaged. */
  | { readonly kind: 'unavailable'; readonly message: string };

const saved = 'Nothing was lost: what is stored is as it was.';

/** Words for a database that cannot be used: what happened, and the one thing to do. */
export const storageProblemText = (problem: StorageProblem): ErrorText => {
  switch (problem.kind) {
    case 'newerData':
      return {
        text: 'Your data was written by a newer version of Facelift.',
        next: `${saved} Update Facelift to go on.`,
      };
    case 'upgradeFailed':
      return {
        text: 'Your data could not be brought up to this version of Facelift.',
        next: `${saved} Restart the browser; if this stays, save a copy of your data first.`,
      };
    case 'sealFailed':
      return {
        text: 'Your keys could not be encrypted, so they are not used.',
        next: `${saved} Restart the browser to try again.`,
      };
    case 'privateWindow':
      return {
        text: 'In a private window Firefox keeps Facelift away from what it has stored.',
        next: 'Open this page in an ordinary window.',
      };
    case 'unavailable':
      return {
        text: 'The browser does not let Facelift store anything.',
        next: 'Make room on the disk, then restart the browser.',
      };
  }
};
