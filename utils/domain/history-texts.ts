import type { HistoryEntry, HistorySource } from './history.ts';
import type { ImportProblem, ImportReport, RefusedWhy } from './history-archive.ts';
import type { PictureKind } from './picture.ts';

const sourceWords: Readonly<Record<HistorySource, string>> = {
  set: 'Set with Facelift',
  saved: 'Saved before a swap',
  imported: 'Imported',
};

const kindWords: Readonly<Record<PictureKind, string>> = { avatar: 'Avatar', banner: 'Banner' };

/** How a picture came into the history, and what it is for: `Avatar · Saved before a swap`. */
export const kindText = ({ kind, source }: Pick<HistoryEntry, 'kind' | 'source'>): string =>
  `${kindWords[kind]} · ${sourceWords[source]}`;

/** What a picture is called: by the person, else by what it is. */
export const titleOf = ({ name, kind, source }: HistoryEntry): string =>
  name ?? (source === 'saved' ? `Earlier ${kind}` : kindWords[kind]);

/** `1 picture`, `12 pictures`. */
export const countText = (count: number): string =>
  count === 1 ? '1 picture' : `${count} pictures`;

/** Words for a file that is not taken as a whole: what is wrong, and the one thing to do. */
export const importProblemText = (
  problem: ImportProblem,
): { readonly text: string; readonly next: string } => {
  const choose = 'Choose a file that Export made.';
  switch (problem.kind) {
    case 'unreadable':
      return { text: 'The file could not be read.', next: 'Choose it again.' };
    case 'tooLarge':
      return { text: 'The file is larger than any history.', next: choose };
    case 'notZip':
      return { text: 'The file is no whole zip file.', next: choose };
    case 'tooManyFiles':
      return { text: 'The file holds more pictures than any history.', next: choose };
    case 'notHistory':
      return { text: 'The file holds no history of Facelift.', next: choose };
    case 'newerVersion':
      return {
        text: 'The file was made by a newer version of Facelift.',
        next: 'Update Facelift, then import it again.',
      };
    case 'notStored':
      return {
        text: 'The browser had no room for all of it; what came in before that stays.',
        next: 'Make room on the disk, then import it again.',
      };
  }
};

const refusedWords: Readonly<Record<RefusedWhy, string>> = {
  badRecord: 'its record makes no sense',
  missing: 'it is not in the file',
  ambiguous: 'the file holds it twice',
  tooLarge: 'it is too large',
  damaged: 'it is damaged',
  notAPicture: 'it is no picture',
  noRoom: 'the space limit is reached',
};

/** Why one picture was not taken, after its name. */
export const refusedText = (why: RefusedWhy): string => refusedWords[why];

/** What came of an import, in one sentence. */
export const importReportText = ({ taken, known, refused }: ImportReport): string => {
  const parts = [
    `${countText(taken)} imported`,
    ...(known > 0 ? [`${known} already here`] : []),
    ...(refused.length > 0 ? [`${refused.length} not taken`] : []),
  ];
  return `${parts.join(', ')}.`;
};
