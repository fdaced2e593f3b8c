import type { ErrorText } from './api-error-texts.ts';

/** Why a swap did not begin. Nothing has been sent then, and the picture stays where it was framed. */
export type StartProblem =
  /** The browser keeps no more: its allowance or the disk is full. */
  | { readonly kind: 'noRoom'; readonly message: string }
  /** The background did not take the job; `message` says why, for those who look at details. */
  | { readonly kind: 'notStarted'; readonly message: string };

const texts: Record<StartProblem['kind'], ErrorText> = {
  noRoom: {
    text: 'This browser has no room left to keep your picture while it is sent.',
    next: 'Nothing was sent, and your picture is still here. Make room on the disk, then press Swap once more.',
  },
  notStarted: {
    text: 'The swap could not be started.',
    next: 'Your picture is still here. Press Swap once more.',
  },
};

/** Words for a swap that did not begin: what happened, and the one thing to do. */
export const startProblemText = ({ kind }: StartProblem): ErrorText => texts[kind];
