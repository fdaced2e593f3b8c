import { changesOf, conflictsOf, type Typed } from '../../utils/domain/profile-changes.ts';
import type { ProfileError } from '../../utils/domain/profile-error.ts';
import type {
  ProfileChanges,
  ProfileField,
  ProfileLimits,
  ProfileText,
} from '../../utils/domain/profile-fields.ts';
import type { TooLong } from '../../utils/domain/profile-limit.ts';
import { noSteps, type Steps } from './typing-steps.ts';

/** How the last saving ended well. */
export interface Outcome {
  readonly kind: 'saved' | 'undone';
  /** What would have to be sent to undo it. */
  readonly back: ProfileChanges;
  /** Fields that X keeps otherwise than they were sent. */
  readonly differing: readonly ProfileField[];
}

/** Something that went wrong: while the profile was read, or while it was saved. */
export interface Trouble {
  readonly task: 'load' | 'save';
  readonly error: ProfileError;
  /** What the server found too long, where it was that. */
  readonly tooLong: readonly TooLong[];
}

/** One account's profile as it is edited. */
export interface Sheet {
  readonly isLoading: boolean;
  /** The profile as X has it; null until X has said. */
  readonly now: ProfileText | null;
  /** What is in the fields, and what it was begun from; null until there is anything to show. */
  readonly typed: Typed | null;
  readonly limits: ProfileLimits;
  readonly steps: Steps;
  /** Fields that saving would empty, while the person is asked about them. */
  readonly asking: readonly ProfileField[];
  /** What is on its way. */
  readonly sending: ProfileChanges | null;
  readonly isStopping: boolean;
  readonly trouble: Trouble | null;
  readonly outcome: Outcome | null;
  /** The field to go to, anew with every object. */
  readonly pointsAt: { readonly field: ProfileField } | null;
}

export const newSheet: Sheet = {
  isLoading: false,
  now: null,
  typed: null,
  limits: {},
  steps: noSteps,
  asking: [],
  sending: null,
  isStopping: false,
  trouble: null,
  outcome: null,
  pointsAt: null,
};

/** What saving would send now. */
export const unsaved = ({ now, typed }: Sheet): ProfileChanges =>
  typed ? changesOf(now ?? typed.base, typed.text) : {};

/** Fields that X has otherwise by now than when they were typed. */
export const conflicts = ({ now, typed }: Sheet): readonly ProfileField[] =>
  now && typed ? conflictsOf(typed, now) : [];
