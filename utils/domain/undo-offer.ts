import type { HistoryEntry } from './history.ts';
import type { PictureKind } from './picture.ts';
import type { SavedBefore, SaveFailure } from './saved-before.ts';
import type { SwapJob } from './swap-job.ts';

/** Why a swap could not be taken back. */
export type UndoProblem =
  /** The picture before is not, or no longer, in the history. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'accountGone' }
  /** X does not take the file as it is: it has to be prepared first. */
  | { readonly kind: 'needsPreparing' }
  | { readonly kind: 'notPrepared' }
  | { readonly kind: 'notStarted' };

/** Whether a swap can be taken back, and if not the sentence that says why. */
export type UndoOffer =
  | { readonly kind: 'possible'; readonly historyId: string }
  /** There was no banner before: the way back takes the new one away. */
  | { readonly kind: 'removal' }
  | { readonly kind: 'impossible'; readonly text: string };

const failures: Readonly<Record<SaveFailure, string>> = {
  notFound: 'X no longer had the picture before, so there is nothing to go back to.',
  refused: 'X did not hand out the picture before, so there is nothing to go back to.',
  unreachable: 'The picture before could not be fetched, so there is nothing to go back to.',
  timedOut: 'Fetching the picture before took too long, so there is nothing to go back to.',
  tooLarge: 'The picture before was too large to keep, so there is nothing to go back to.',
  notAnImage:
    'What X gave as the picture before was no picture, so there is nothing to go back to.',
  notStored: 'The browser had no room for the picture before, so there is nothing to go back to.',
};

const impossible = (text: string): UndoOffer => ({ kind: 'impossible', text });

const offerOf = (
  kind: PictureKind,
  before: SavedBefore,
  entries: readonly HistoryEntry[],
): UndoOffer => {
  switch (before.kind) {
    case 'saved':
      return entries.some(({ id }) => id === before.historyId)
        ? { kind: 'possible', historyId: before.historyId }
        : impossible('The picture before is no longer in your history.');
    case 'none':
      if (kind === 'banner') return { kind: 'removal' };
      return impossible(
        "Before this there was X's default picture, and X's API has no way back to that.",
      );
    case 'failed':
      return impossible(failures[before.why]);
    case 'private':
      return impossible('From a private window no picture is kept, so there is no way back.');
  }
};

/** What the result of a swap offers; null for a job that is not live, or from before pictures were saved. */
export const undoOffer = (
  { kind, state, before }: Pick<SwapJob, 'kind' | 'state' | 'before'>,
  entries: readonly HistoryEntry[],
): UndoOffer | null => (state === 'live' && before ? offerOf(kind, before, entries) : null);

/** Words for an undo that did not begin: what happened, and the one thing to do. */
export const undoProblemText = (
  problem: UndoProblem,
): { readonly text: string; readonly next: string } => {
  switch (problem.kind) {
    case 'gone':
      return {
        text: 'The picture before is no longer in your history.',
        next: 'Choose another one in History, or from a file.',
      };
    case 'accountGone':
      return {
        text: 'This account was removed from Facelift.',
        next: 'Add it again in the settings, then use the picture from History.',
      };
    case 'needsPreparing':
    case 'notPrepared':
      return {
        text: 'The picture before could not be made into a file that X takes.',
        next: 'Open it from History and frame it anew.',
      };
    case 'notStarted':
      return { text: 'The undo could not be started.', next: 'Press Undo swap once more.' };
  }
};
