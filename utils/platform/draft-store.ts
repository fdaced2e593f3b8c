import { isWorthKeeping, type ProfileDraft } from '../domain/profile-draft.ts';
import { database } from './database.ts';
import { readOne } from './storage/read.ts';

/** What was typed for an account's profile and not saved; null where there is nothing. */
export const findDraft = (accountId: string): Promise<ProfileDraft | null> =>
  readOne('drafts', accountId);

/** Keeps what was typed in place of what was kept before; one that holds nothing is forgotten. */
export const keepDraft = async (
  draft: Omit<ProfileDraft, 'savedAtMs'>,
  nowMs: number,
): Promise<void> => {
  const opened = await database();
  if (isWorthKeeping(draft)) await opened.put('drafts', { ...draft, savedAtMs: nowMs });
  else await opened.delete('drafts', draft.accountId);
};
