import type { ProfileDraft } from '../utils/domain/profile-draft.ts';
import type { ProfileError } from '../utils/domain/profile-error.ts';
import type { ProfileChanges, ProfileText } from '../utils/domain/profile-fields.ts';
import type { Result } from '../utils/domain/result.ts';

/** What of a draft a page knows; when it was kept is for the store to say. */
export type DraftKept = Omit<ProfileDraft, 'savedAtMs'>;

/** What editing a profile's texts needs from outside. */
export interface ProfilePorts {
  /** The profile as X has it now. */
  load(accountId: string): Promise<Result<ProfileText, ProfileError>>;
  /** Changes some of its texts; what X has afterwards, as far as it said. */
  save(
    accountId: string,
    changes: ProfileChanges,
    signal: AbortSignal,
  ): Promise<Result<ProfileChanges, ProfileError>>;
  /** What was typed before; null where there is nothing, or nothing can be read. */
  findDraft(accountId: string): Promise<DraftKept | null>;
  /** Keeps what is typed; one that holds nothing is forgotten. Keeps nothing for a private window. */
  keepDraft(draft: DraftKept): Promise<void>;
  /** Whether what is typed here is kept nowhere. */
  isPrivate(): Promise<boolean>;
}
